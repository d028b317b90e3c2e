// How the launcher looks, and what stands before it; also what every view inside the element begins from.

import { css } from '../platform/css.ts';
import { toStyleSheet } from './to-style-sheet.ts';
import { tokens } from './tokens.styles.ts';

/** A number of its own, because the minifier of styles rounds large ones. */
const layer = 2147483000;

const text = css`
  :host,
  .widget > div {
    display: contents;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  /* Of the page's styles only its font, colour scheme, direction and visibility count here. */
  .widget {
    all: initial;
    color-scheme: inherit;
    visibility: inherit;
    position: fixed;
    inset-block-end: calc(max(var(--offset), env(safe-area-inset-bottom)) + var(--keyboard, 0px));
    inset-inline-end: var(--edge);
    z-index: var(--telnyx-ai-call-z-index, ${layer});
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: 12px;
    max-inline-size: calc(100% - 2 * var(--edge));
    color: var(--surface-text);
    font-family: var(--telnyx-ai-call-font, inherit);
    font-size: max(16px, 1rem);
    line-height: 1.4;
  }

  .inline,
  .bottom-left,
  .top-left {
    inset-inline: var(--edge) auto;
    align-items: flex-start;
  }

  .top-right,
  .top-left {
    inset-block: max(var(--offset), env(safe-area-inset-top)) auto;
    flex-direction: column-reverse;
  }

  .inline {
    position: static;
    display: inline-flex;
    vertical-align: top;
    max-inline-size: 100%;
  }

  .launcher {
    all: unset;
    flex: none;
    display: inline-flex;
    align-items: center;
    gap: 10px;
    max-inline-size: 100%;
    min-block-size: 52px;
    border-radius: var(--button-radius);
    background: var(--accent);
    color: var(--accent-text);
    font-weight: 600;
    cursor: pointer;
  }

  .launcher,
  .notice {
    box-sizing: border-box;
    padding: 12px 18px;
    /* Seen where colours are forced. */
    border: 1px solid transparent;
    box-shadow: var(--shadow);
  }

  /*
   * A shape instead of an image: no policy of the page can forbid it, and nothing must be loaded or
   * parsed.
   */
  .phone {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    background: currentColor;
    clip-path: path(
      'M6 2h4l2 6-3 2a10 10 0 0 0 5 5l2-3 6 2v4a4 4 0 0 1-4 4A16 16 0 0 1 2 6a4 4 0 0 1 4-4'
    );
  }

  @media print {
    .widget {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .phone {
      background: ButtonText;
    }
  }

  .launcher:hover {
    box-shadow: 0 4px 32px #0006;
  }

  /* Wins over all that later style sheets unset. */
  .widget :focus-visible {
    outline: 3px solid var(--surface-text);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--surface);
  }

  /* Stands before the launcher. */
  .notice {
    order: -1;
    max-inline-size: 320px;
    border-radius: 20px;
    background: var(--surface);
  }

  .announcement {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const launcherStyles = toStyleSheet(tokens + text);
