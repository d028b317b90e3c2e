// The colours and sizes that only a panel needs. `element/tokens.styles.ts` has the others.

import { css } from '../platform/css.ts';

export const panelTokens = css`
  .widget {
    --muted-text: var(
      --telnyx-ai-call-muted-text,
      color-mix(in srgb, var(--surface-text) 72%, var(--surface))
    );
    --border: var(
      --telnyx-ai-call-border,
      color-mix(in srgb, var(--surface-text) 16%, var(--surface))
    );
    /*
     * Shown under the pointer instead of a brighter fill, which would lower the contrast of its
     * text.
     */
    --halo: 0 0 0 4px color-mix(in srgb, var(--surface-text) 16%, transparent);
    --radius: var(--telnyx-ai-call-radius, 20px);
    --danger: var(--telnyx-ai-call-danger, light-dark(#b4232c, #ff8f92));
    --danger-text: var(--on-danger, light-dark(#fff, #3b0508));
    --accent-mark: var(--accent);
    --danger-ink: var(--danger);
  }

  /*
   * Colours of fills as they are used for lines, shapes and text on the surface. They are darkened
   * or lightened to a luminance that has a contrast of 3 : 1 to the surface, or 4.5 : 1 for text. A
   * colour that has it already stays as it is.
   */
  @supports (color: color(from red xyz calc(x - 1) y z)) {
    .widget {
      --on-surface: color(
        from var(--telnyx-ai-call-surface) xyz clamp(0, (0.179 - y) * 1e9, 1.1)
          clamp(0, (0.179 - y) * 1e9, 1.1) clamp(0, (0.179 - y) * 1e9, 1.1)
      );
      --on-danger: color(
        from var(--telnyx-ai-call-danger) xyz clamp(0, (0.179 - y) * 1e9, 1.1)
          clamp(0, (0.179 - y) * 1e9, 1.1) clamp(0, (0.179 - y) * 1e9, 1.1)
      );
      --accent-mark: light-dark(
        color(
          from var(--accent) xyz calc(x * min(1, 0.25 / y)) min(y, 0.25) calc(z * min(1, 0.25 / y))
        ),
        color(
          from var(--accent) xyz calc(x + max(0, 0.2 - y)) max(y, 0.2) calc(z + max(0, 0.2 - y))
        )
      );
      --danger-ink: light-dark(
        color(
          from var(--danger) xyz calc(x * min(1, 0.17 / y)) min(y, 0.17) calc(z * min(1, 0.17 / y))
        ),
        color(
          from var(--danger) xyz calc(x + max(0, 0.26 - y)) max(y, 0.26) calc(z + max(0, 0.26 - y))
        )
      );
    }
  }
`;
