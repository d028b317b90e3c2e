// How it looks how loud the call is.

import { css } from '../../platform/css.ts';

export const meterStyles = css`
  .meter rect {
    fill: var(--accent-mark);
    stroke: none;
  }

  @media (prefers-reduced-motion: reduce) {
    .meter {
      display: none;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .meter rect {
      transition:
        y 0.1s linear,
        height 0.1s linear;
    }
  }

  @media (forced-colors: active) {
    .meter rect {
      fill: CanvasText;
    }
  }
`;
