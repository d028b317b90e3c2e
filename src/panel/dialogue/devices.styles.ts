// How the choosers of microphone and speaker look.

import { css } from '../../platform/css.ts';

export const devicesStyles = css`
  .devices {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin-block: 8px -8px;
  }

  .fold {
    align-self: flex-start;
    margin-block: 8px -8px;
    font-size: 14px;
    font-weight: 400;
  }

  .fold > svg {
    inline-size: 18px;
  }

  .fold[aria-expanded='true'] > svg {
    rotate: 180deg;
  }

  .device {
    flex: 1 1 110px;
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    color: var(--muted-text);
  }

  .device > svg {
    flex: none;
    inline-size: 18px;
  }

  .device > select {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: 14px;
    text-overflow: ellipsis;
    cursor: pointer;
  }

  .device option {
    background: var(--surface);
    color: var(--surface-text);
  }
`;
