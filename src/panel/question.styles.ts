// How a question looks that the visitor is asked before a call.

import { css } from '../platform/css.ts';

export const questionStyles = css`
  .question {
    margin: 8px 0 14px;
  }

  .panel .agreement {
    outline: none;
    box-shadow: none;
  }

  .choices {
    display: flex;
    flex-direction: column;
    gap: 10px;
  }
`;
