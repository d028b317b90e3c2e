// How that looks which a launcher has only where the page asks for it.

import { css } from '../../platform/css.ts';

export const extrasStyles = css`
  /* Puts the launcher away. */
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
