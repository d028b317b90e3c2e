// The look's vocabulary: every colour and size that a page may set, with its default for light and
// dark. Views use the inner names only. What only the panel uses comes with it.

import { css } from 'lit';

export const tokens = css`
  :host {
    --accent: var(--telnyx-ai-call-accent, light-dark(#0a6c52, #4fd6ad));
    --accent-text: var(--telnyx-ai-call-accent-text, light-dark(#fff, #06251b));
    --surface: var(--telnyx-ai-call-surface, light-dark(#fff, #18211d));
    --surface-text: var(--telnyx-ai-call-surface-text, light-dark(#14211c, #eef4f1));
    --border: var(--telnyx-ai-call-border, light-dark(#d9e0dc, #36423c));
    --danger: var(--telnyx-ai-call-danger, light-dark(#b4232c, #ff8f92));
    --danger-text: light-dark(#fff, #3b0508);
    --radius: var(--telnyx-ai-call-radius, 20px);
    --offset: var(--telnyx-ai-call-offset, 20px);
    --shadow: 0 2px 24px rgb(0 0 0 / 18%);
  }

  .widget.light {
    color-scheme: light;
  }

  .widget.dark {
    color-scheme: dark;
  }
`;
