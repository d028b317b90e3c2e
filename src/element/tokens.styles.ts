// The colours and sizes that a page may set, with their defaults for light and dark. Views use the
// inner names only. `panel/panel-tokens.styles.ts` has those that only a panel needs.

import { css } from '../platform/css.ts';

export const tokens = css`
  /*
   * These are not on the host, because a page may set an \`--accent\` of its own on every element.
   */
  .widget {
    --accent: var(--telnyx-ai-call-accent, light-dark(#0a6c52, #4fd6ad));
    --accent-text: var(--telnyx-ai-call-accent-text, var(--on-accent, light-dark(#fff, #06251b)));
    --surface: var(--telnyx-ai-call-surface, light-dark(#fff, #18211d));
    --surface-text: var(
      --telnyx-ai-call-surface-text,
      var(--on-surface, light-dark(#14211c, #eef4f1))
    );
    --button-radius: var(--telnyx-ai-call-button-radius, 26px);
    --offset: var(--telnyx-ai-call-offset, 20px);
    /* A notch may be on either side. */
    --edge: max(var(--offset), env(safe-area-inset-left), env(safe-area-inset-right));
    --shadow: 0 2px 24px #0003;
  }

  /*
   * Text on a colour of the page is black or white, whichever reads better. At a luminance of 0.179
   * both have a contrast of 4.58 : 1. There is nothing to compute for a colour that the page does
   * not set. 1.1 of each channel is beyond white and drawn as white. Safari before 18 knows such
   * colours but cannot compute with them.
   */
  @supports (color: color(from red xyz calc(x - 1) y z)) {
    .widget {
      --on-accent: color(
        from var(--telnyx-ai-call-accent) xyz clamp(0, (0.179 - y) * 1e9, 1.1)
          clamp(0, (0.179 - y) * 1e9, 1.1) clamp(0, (0.179 - y) * 1e9, 1.1)
      );
    }
  }

  .widget.light {
    color-scheme: light;
  }

  .widget.dark {
    color-scheme: dark;
  }
`;
