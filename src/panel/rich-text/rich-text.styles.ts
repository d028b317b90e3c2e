// The look of text with links and Markdown. It applies inside `.rich-text`.

import { css } from '../../platform/css.ts';

export const richTextStyles = css`
  .rich-text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .rich-text :is(p, ul, ol, blockquote, pre, hr) {
    margin-block: 0;
  }

  .rich-text :is(p, ul, ol, blockquote, pre, hr) + :is(p, ul, ol, blockquote, pre, hr) {
    margin-block-start: 0.5em;
  }

  .rich-text a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--accent-mark);
    text-underline-offset: 2px;
  }

  /* As wide and as high as one is, more or less. */
  .rich-text .piece {
    content-visibility: auto;
    contain-intrinsic-size: 40em 60em;
  }

  .rich-text :is(ul, ol) {
    padding-inline-start: 1.5em;
  }

  .rich-text li + li,
  .rich-text li > :is(ul, ol) {
    margin-block-start: 0.2em;
  }

  .rich-text blockquote {
    margin-inline: 0;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--border);
    color: var(--muted-text);
  }

  .rich-text code {
    padding: 0.1em 0.3em;
    border-radius: 4px;
    background: color-mix(in srgb, currentColor 10%, transparent);
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
  }

  .rich-text pre {
    overflow: auto;
    max-block-size: 16em;
    padding: 0.6em 0.75em;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 0.4);
    overflow-wrap: normal;
    white-space: pre;
  }

  .rich-text pre code {
    padding: 0;
    background: none;
  }

  .rich-text hr {
    border: 0;
    border-block-start: 1px solid var(--border);
  }
`;
