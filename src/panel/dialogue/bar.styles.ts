// How the bar at the top looks with its menu, and a button that stands back as the menu's items do.

import { css } from '../../platform/css.ts';

export const barStyles = css`
  .logo {
    max-inline-size: 40px;
    max-block-size: 40px;
  }

  .timer {
    color: var(--muted-text);
    font-variant-numeric: tabular-nums;
  }

  .aside .timer {
    padding-inline-start: 14px;
  }

  .menu {
    margin: 8px 0;
    padding: 4px;
    border: 1px solid var(--border);
    border-radius: 12px;
    list-style: none;
  }

  .item {
    all: unset;
    box-sizing: border-box;
    display: block;
    inline-size: 100%;
    padding: 11px 12px;
    border-radius: 8px;
    cursor: pointer;
  }

  .item:hover {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }

  .button.plain {
    flex: 1 0 100%;
    border-color: transparent;
    color: var(--muted-text);
    font-weight: 400;
    text-decoration: underline;
  }
`;
