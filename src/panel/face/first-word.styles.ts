// How the greeting and the questions to begin with look.

import { css } from '../../platform/css.ts';

export const firstWordStyles = css`
  .greeting {
    margin-block-start: 12px;
  }

  .greeting .bubble {
    white-space: pre-line;
  }

  .prompts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .prompt {
    max-inline-size: 100%;
    padding: 8px 14px;
    border-color: var(--muted-text);
    border-radius: calc(var(--radius) * 0.8);
    font-size: 0.9375em;
    font-weight: 400;
    text-align: start;
  }

  /* Three lines of it. */
  .prompt > bdi {
    max-block-size: 4.2em;
    overflow: hidden;
  }
`;
