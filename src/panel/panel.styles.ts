// How the panel looks: its frame, its header, its notices and controls.

import { css } from '../platform/css.ts';

export const panelStyles = css`
  .widget {
    -webkit-text-size-adjust: 100%;
  }

  .widget:not(.inline) {
    max-block-size: calc(var(--in-sight, 100%) - 2 * var(--offset));
  }

  svg {
    inline-size: 24px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .panel {
    box-sizing: border-box;
    inline-size: var(--telnyx-ai-call-panel-width, 360px);
    max-inline-size: 100%;
    max-block-size: var(--telnyx-ai-call-panel-height, 560px);
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    overflow: auto;
    padding: 16px;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    /* Some languages have long words, and some visitors enlarge the text. */
    overflow-wrap: anywhere;
  }

  /*
   * On a phone the panel is a sheet at the bottom, and a strip of the page stays visible above it.
   */
  @media (max-width: 480px) {
    .widget:not(.inline):has(.panel) {
      inset: auto 0 var(--keyboard, 0px);
      max-inline-size: none;
      max-block-size: calc(var(--in-sight, 100%) - 24px);
    }

    .widget:not(.inline) .panel {
      inline-size: 100%;
      max-block-size: var(--telnyx-ai-call-panel-height, 100%);
      padding-inline: max(16px, env(safe-area-inset-left), env(safe-area-inset-right));
      padding-block-end: max(16px, env(safe-area-inset-bottom));
      border-width: 1px 0 0;
      border-radius: var(--radius) var(--radius) 0 0;
    }
  }

  .panel > * {
    flex-shrink: 0;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }

  /* These buttons are as large as a finger, so they may stand closer together. */
  .bar > .quiet {
    margin-inline: -5px;
  }

  .status {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 10px;
    min-inline-size: min(8em, 100%);
    margin: 0;
    font-weight: 600;
    text-wrap: balance;
  }

  .status > svg {
    inline-size: 22px;
  }

  .aside {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 4px;
    border: 1px solid transparent;
    border-radius: var(--button-radius);
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .aside:not(:has(*)) {
    display: none;
  }

  .lamp {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--muted-text);
  }

  .live .lamp {
    background: var(--accent-mark);
  }

  .problem .lamp {
    background: var(--danger-ink);
  }

  @media (prefers-reduced-motion: no-preference) {
    /* The panel rises from the place to which it returns when it is closed. */
    .panel {
      animation: rise 0.2s ease-out;
    }

    .busy .lamp {
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 16px;
    }
  }

  @keyframes breathe {
    from {
      opacity: 0.25;
    }
  }

  .panel .notice {
    order: 0;
    max-inline-size: none;
    margin-block-start: 12px;
    padding: 12px 14px;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 0.6);
    box-shadow: none;
  }

  .notice > p {
    margin: 0;
  }

  .notice > .button {
    margin-block-start: 10px;
    margin-inline-end: 8px;
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
    margin-block-start: 16px;
  }

  .controls:not(:has(button)) {
    display: none;
  }

  .button,
  .quiet {
    all: unset;
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 8px 18px;
    border: 1px solid var(--border);
    border-radius: var(--button-radius);
    color: var(--surface-text);
    font-weight: 600;
    text-align: center;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }

  .button:hover,
  .quiet:hover {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }

  .round {
    padding: 0;
  }

  .round[aria-pressed='true'] {
    border-color: var(--surface-text);
    background: var(--surface-text);
    color: var(--surface);
  }

  .quiet {
    padding: 0;
    border-color: transparent;
    color: var(--muted-text);
  }

  .button.end-call,
  .button.accent {
    flex: 1;
    border-color: transparent;
  }

  /* One of the panel, or the launcher. */
  .widget .end-call {
    background: var(--danger);
    color: var(--danger-text);
  }

  .button.accent {
    background: var(--accent);
    color: var(--accent-text);
  }

  .end-call .phone {
    rotate: 135deg;
  }

  .button.end-call:hover,
  .button.accent:hover {
    box-shadow: var(--halo);
  }

  @media (forced-colors: active) {
    .lamp {
      background: CanvasText;
    }

    .round[aria-pressed='true'] {
      border-width: 3px;
    }
  }
`;
