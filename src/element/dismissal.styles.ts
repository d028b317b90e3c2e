import { css } from '@lit/reactive-element';

export const dismissalStyles = css`
  .dismiss {
    all: unset;
    order: -1;
    margin-block-end: -8px;
    padding-inline: 9px;
    border-radius: 50%;
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: 20px;
    cursor: pointer;
  }
`;
