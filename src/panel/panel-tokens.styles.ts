// The part of the look's vocabulary that only a panel needs; see `launcher/tokens.styles.ts`.

import { css } from '@lit/reactive-element';

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
    /* Under the pointer; a brighter fill would cost its text contrast. */
    --halo: 0 0 0 4px color-mix(in srgb, var(--surface-text) 16%, transparent);
    --radius: var(--telnyx-ai-call-radius, 20px);
    --accent-mark: var(--accent);
    --danger-ink: var(--danger);
  }

  /*
   * Colours of fills, where they stand on the surface as lines, shapes and text: darkened, or lightened,
   * to a luminance that is 3 : 1 from the surface, for text 4.5 : 1. What is there already stays.
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
