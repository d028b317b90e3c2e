import { css } from 'lit';

export const panelStyles = css`
  :host {
    --muted-text: var(--telnyx-ai-call-muted-text, light-dark(#56645e, #a5b3ac));
  }

  .widget:not(.inline) {
    max-block-size: calc(100dvh - 2 * var(--offset));
  }

  .launcher {
    flex: none;
  }

  .panel {
    box-sizing: border-box;
    inline-size: min(var(--telnyx-ai-call-panel-width, 340px), 100%);
    max-block-size: min(
      var(--telnyx-ai-call-panel-height, 560px),
      calc(100dvh - 2 * var(--offset))
    );
    overflow: auto;
    padding: 16px;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .header > ::slotted(*) {
    flex-basis: 100%;
  }

  .status {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 10px;
    min-inline-size: 0;
    margin: 0;
    font-weight: 600;
  }

  .light {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--muted-text);
  }

  .live .light {
    background: var(--accent);
  }

  .problem .light {
    background: var(--danger);
  }

  @media (prefers-reduced-motion: no-preference) {
    .busy .light {
      animation: breathe 1.4s ease-in-out infinite alternate;
    }

    .panel {
      animation: arrive 0.18s ease-out;
    }
  }

  @keyframes breathe {
    from {
      opacity: 0.25;
    }
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  .timer {
    color: var(--muted-text);
    font-variant-numeric: tabular-nums;
  }

  .panel .notice {
    order: 0;
    inline-size: auto;
    margin-block-start: 12px;
    padding: 12px 14px;
    border-radius: calc(var(--radius) * 0.6);
    box-shadow: none;
  }

  .panel .notice > p {
    margin: 0;
  }

  .panel .notice > .button {
    margin-block-start: 10px;
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
    border-radius: 22px;
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

  .button.end-call {
    flex: 1;
    border-color: transparent;
    background: var(--danger);
    color: var(--danger-text);
  }

  .button.accent {
    flex: 1;
    border-color: transparent;
    background: var(--accent);
    color: var(--accent-text);
  }

  .button.end-call:hover,
  .button.accent:hover {
    filter: brightness(1.08);
  }

  .button.plain {
    flex: 1 0 100%;
    border-color: transparent;
    color: var(--muted-text);
    font-weight: 400;
    text-decoration: underline;
  }

  @media (forced-colors: active) {
    .light {
      background: CanvasText;
    }

    .round[aria-pressed='true'] {
      border-width: 3px;
    }
  }
`;
