// How the field looks in which a message is typed.

import { css } from '../../platform/css.ts';

export const composerStyles = css`
  .composer {
    flex: none;
    margin-block-start: 12px;
  }

  .line {
    display: flex;
    align-items: flex-end;
    gap: 8px;
  }

  textarea {
    all: unset;
    box-sizing: border-box;
    flex: 1;
    field-sizing: content;
    min-inline-size: 0;
    min-block-size: 44px;
    max-block-size: 120px;
    overflow: auto;
    padding: 10px 14px;
    border: 1px solid var(--muted-text);
    border-radius: var(--button-radius);
    white-space: pre-wrap;
    /* The text decides its own direction, whatever the panel's is. */
    unicode-bidi: plaintext;
    overflow-wrap: anywhere;
  }

  textarea[readonly] {
    opacity: 0.6;
  }

  textarea::placeholder {
    color: var(--muted-text);
    opacity: 1;
  }

  .pick {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: var(--button-radius);
    color: var(--muted-text);
  }

  .pick:hover {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }

  .pick:focus-within {
    outline: 3px solid var(--surface-text);
    outline-offset: 2px;
  }

  .pick input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .composer .button.accent {
    flex: none;
  }

  .button[disabled] {
    opacity: 0.5;
    cursor: default;
  }

  .reason,
  .complaint {
    margin: 0 0 8px;
    color: var(--muted-text);
    font-size: 0.875em;
  }

  .complaint {
    color: var(--danger-ink);
  }

  .attached canvas {
    max-inline-size: 72px;
    max-block-size: 72px;
    border-radius: 8px;
    vertical-align: middle;
  }
`;
