// How the assistant's face looks, and the panel that was made larger.

import { css } from '../../platform/css.ts';

export const faceStyles = css`
  .header:has(.name) {
    container-type: inline-size;
  }

  /* The state stands beneath the name, all else beside both. */
  .bar:has(.name) {
    display: grid;
    grid: auto auto / auto minmax(0, 1fr);
    grid-auto-flow: column;
    grid-auto-columns: auto;
    gap: 0 8px;
  }

  .bar:has(.name) > * {
    grid-row: 1 / 3;
  }

  .bar:has(.name) > .name {
    grid-area: 1 / 2;
    align-self: end;
  }

  .bar:has(.name) > .status {
    grid-area: 2 / 2;
    align-self: start;
    gap: 6px;
    min-inline-size: 0;
    color: var(--muted-text);
    font-size: 0.8125em;
    font-weight: 400;
  }

  .bar > .name + .status > .meter {
    inline-size: 18px;
  }

  /* Where there is little room, or the text is large, the state has a line to itself. */
  @container (inline-size < 19em) {
    .bar:has(.name) {
      display: flex;
      gap: 6px 10px;
    }

    .bar:has(.name) > .name {
      flex: 1 1 4em;
      align-self: center;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
      line-height: 1.2;
      white-space: normal;
      overflow-wrap: anywhere;
    }

    .bar:has(.name) > .status {
      order: 1;
      flex: 1 0 100%;
    }
  }

  .avatar {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    box-sizing: border-box;
    inline-size: 40px;
    block-size: 40px;
    margin-block: 4px;
    margin-inline-end: 4px;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--accent);
    color: var(--accent-text);
    font-size: 16px;
    font-weight: 600;
    line-height: 1;
  }

  .avatar > img {
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    object-fit: cover;
  }

  .avatar:has(img) {
    background: color-mix(in srgb, currentColor 10%, var(--surface));
    color: var(--surface-text);
  }

  .ring {
    position: absolute;
    inset: -7px;
    inline-size: 52px;
    block-size: 52px;
  }

  .ring > circle {
    stroke: var(--accent-mark);
  }

  .name {
    margin: 0;
    min-inline-size: 0;
    overflow: hidden;
    font-weight: 600;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* There is nothing to read before something was said. */
  @media not all and (max-width: 480px) {
    .widget[data-large] .panel:has(.conversation) {
      inline-size: max(var(--telnyx-ai-call-panel-width, 0px), 720px);
      block-size: calc(100vh - 2 * var(--offset));
      max-block-size: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .ring > circle {
      stroke-width: 3px;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .ring > circle {
      transition: stroke-width 0.1s linear;
    }
  }

  @media (forced-colors: active) {
    .ring > circle {
      stroke: Highlight;
    }
  }
`;
