// How the bar at the top looks: the running time, and how loud the call is.

import { css } from '../../platform/css.ts';

export const meterStyles = css`
  .timer {
    color: var(--muted-text);
    font-variant-numeric: tabular-nums;
  }

  .aside .timer {
    padding-inline-start: 14px;
  }

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
