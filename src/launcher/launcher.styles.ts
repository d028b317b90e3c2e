import { css } from 'lit';

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
    color: var(--surface-text);
    font: 400 16px/1.4 var(--telnyx-ai-call-font, inherit);
    font-family: var(--telnyx-ai-call-font, inherit);
    text-align: start;
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
    align-items: flex-start;
    max-inline-size: 100%;
  }

  .launcher {
    all: unset;
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-block-size: 52px;
    max-inline-size: 100%;
    padding: 12px 22px 12px 18px;
    border: 1px solid transparent;
    border-radius: 26px;
    background: var(--accent);
    color: var(--accent-text);
    box-shadow: var(--shadow);
    font-weight: 600;
    cursor: pointer;
    user-select: none;
    -webkit-tap-highlight-color: transparent;
  }

  .launcher.danger {
    background: var(--danger);
    color: var(--danger-text);
  }

  .launcher:hover {
    filter: brightness(1.08);
  }

  .launcher:active {
    filter: brightness(0.94);
  }

  .launcher > svg,
  .launcher > slot {
    flex: none;
  }

  .launcher > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  :focus-visible {
    outline: 3px solid var(--surface-text);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--surface);
  }

  .notice {
    box-sizing: border-box;
    inline-size: min(320px, 100%);
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--surface-text);
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
