// How the menu looks.

import { css } from '../../platform/css.ts';

export const menuStyles = css`
  .logo {
    max-inline-size: 40px;
    max-block-size: 40px;
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
`;
