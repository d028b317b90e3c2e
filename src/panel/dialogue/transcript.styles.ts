// How the transcript looks.

import { css } from '../../platform/css.ts';

export const transcriptStyles = css`
  .button.small {
    padding: 4px 14px;
    font-size: 0.875em;
  }

  .conversation {
    position: relative;
    flex: 1 1 auto;
    display: flex;
    min-block-size: 96px;
    margin-inline: -16px;
  }

  /* A single short line gets less room, so that no gap is left below it. */
  .conversation:not(:has(.entry + .entry)) {
    min-block-size: 64px;
  }

  .transcript {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 12px;
    min-inline-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 8px 16px;
  }

  /* At the newest line, this is kept in sight, not what older lines have moved. */
  .transcript:last-child {
    overflow-anchor: none;
  }

  .transcript:focus-visible {
    outline-offset: -3px;
  }

  .hint {
    margin: 8px 0 0;
    color: var(--muted-text);
    font-size: 0.875em;
  }

  /* Keeps the place, so that nothing else moves under a resting pointer. */
  .vacant {
    visibility: hidden;
  }

  .note {
    align-self: center;
    margin: 0;
    color: var(--muted-text);
    font-size: 0.8125em;
  }

  .entry {
    max-inline-size: 88%;
  }

  .entry.user {
    align-self: flex-end;
  }

  .entry > p {
    margin: 0;
    color: var(--muted-text);
    font-size: 0.8125em;
  }

  .entry.user > p {
    text-align: end;
  }

  .bubble {
    padding: 8px 12px;
    border: 1px solid var(--border);
    border-radius: 4px calc(var(--radius) * 0.8) calc(var(--radius) * 0.8);
    font-size: 0.9375em;
  }

  .user .bubble {
    border-color: transparent;
    background: color-mix(in srgb, var(--accent) 14%, var(--surface));
  }

  /*
   * The text decides the direction of a bubble. The panel's direction decides where the sharp
   * corner is.
   */
  .user .bubble,
  [dir='rtl'] .bubble {
    border-radius: calc(var(--radius) * 0.8) 4px calc(var(--radius) * 0.8) calc(var(--radius) * 0.8);
  }

  [dir='rtl'] .user .bubble {
    border-radius: 4px calc(var(--radius) * 0.8) calc(var(--radius) * 0.8);
  }

  .bubble:empty {
    display: none;
  }

  .interrupted .bubble {
    border-style: dashed;
  }

  .interrupted .bubble::after {
    content: ' …';
  }

  /* As large as the text beside it. */
  .delivery .small {
    font-size: 1em;
  }

  .newest {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    background: var(--surface);
    box-shadow: var(--shadow);
  }
`;
