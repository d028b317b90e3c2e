// How the form looks that asks for a rating.

import { css } from '../../platform/css.ts';

export const feedbackStyles = css`
  .feedback {
    flex: none;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 10px;
    margin-block: 12px 0;
  }

  .feedback textarea {
    flex: none;
    inline-size: 100%;
    border-radius: 12px;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-block-end: 6px;
    font-weight: 600;
  }

  .rating {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 44px;
    block-size: 44px;
    border: 1px solid var(--border);
    border-radius: 12px;
    font-weight: 600;
  }

  .rating input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .rating:has(:checked) {
    border-color: var(--accent-mark);
    background: var(--accent);
    color: var(--accent-text);
  }

  .rating:focus-within {
    outline: 3px solid var(--surface-text);
    outline-offset: 2px;
  }

  @media (forced-colors: active) {
    .rating:has(:checked) {
      border: 3px solid Highlight;
    }
  }
`;
