// How the button to hold looks, the way back to a call, and what is shown of a copy.

import { css } from '../../platform/css.ts';

export const reachStyles = css`
  /* A finger that rests on it scrolls nothing and selects nothing. */
  .button.hold {
    min-block-size: 56px;
    margin-block-start: 12px;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }

  .hold[aria-pressed='true'] {
    border-color: transparent;
    background: var(--accent);
    color: var(--accent-text);
    box-shadow: var(--halo);
  }

  @media (forced-colors: active) {
    .hold[aria-pressed='true'] {
      border-width: 3px;
    }
  }

  .button.back {
    flex: 0 1 auto;
    padding-inline: 8px;
  }

  /* Above what fills the screen. */
  .stage {
    all: unset;
    position: fixed;
    inset-block-end: 20px;
    inset-inline-end: 20px;
  }

  .stage::backdrop {
    display: none;
  }

  .copy {
    margin-block-start: 12px;
    color: var(--muted-text);
  }

  .copy > p {
    margin: 0;
  }

  .copy > pre {
    margin: 6px 0 0;
    color: var(--surface-text);
    font: inherit;
    white-space: pre-wrap;
    user-select: all;
  }
`;
