import { css } from '@lit/reactive-element';

export const launcherStyles = css`
  :host {
    display: contents;
  }

  [hidden] {
    display: none !important;
  }

  .widget {
    position: fixed;
    inset-block-end: max(var(--offset), env(safe-area-inset-bottom));
    inset-inline-end: var(--offset);
    z-index: var(--telnyx-ai-call-z-index, 2147483000);
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: 12px;
    max-inline-size: calc(100vw - 2 * var(--offset));
    max-block-size: calc(100dvh - 2 * var(--offset));
    color: var(--surface-text);
    font-family: var(--telnyx-ai-call-font, inherit);
    font-size: max(16px, 1rem);
    line-height: 1.4;
  }

  .widget.bottom-left,
  .widget.top-left {
    inset-inline: var(--offset) auto;
    align-items: flex-start;
  }

  .widget.top-right,
  .widget.top-left {
    inset-block: max(var(--offset), env(safe-area-inset-top)) auto;
    flex-direction: column-reverse;
  }

  .widget.inline {
    position: static;
    display: inline-flex;
    vertical-align: top;
    align-items: flex-start;
    max-inline-size: 100%;
    max-block-size: none;
  }

  .launcher {
    all: unset;
    flex: none;
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-block-size: 52px;
    padding: 12px 22px 12px 18px;
    border: 1px solid transparent;
    border-radius: 26px;
    background: var(--accent);
    color: var(--accent-text);
    box-shadow: var(--shadow);
    font-weight: 600;
    cursor: pointer;
  }

  .end-call {
    background: var(--danger);
    color: var(--danger-text);
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

  .end-call svg {
    rotate: 135deg;
  }

  .launcher:hover {
    filter: brightness(1.08);
  }

  :focus-visible {
    outline: 3px solid var(--surface-text);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--surface);
  }

  .notice {
    order: -1;
    box-sizing: border-box;
    max-inline-size: 320px;
    padding: 12px 18px;
    border-radius: 20px;
    background: var(--surface);
    box-shadow: var(--shadow);
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
