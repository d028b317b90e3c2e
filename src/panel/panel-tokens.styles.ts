// The part of the look's vocabulary that only a panel needs; see `launcher/tokens.styles.ts`.

import { css } from '@lit/reactive-element';

export const panelTokens = css`
  .widget {
    --muted-text: var(--telnyx-ai-call-muted-text, light-dark(#56645e, #a5b3ac));
    --border: var(--telnyx-ai-call-border, light-dark(#d9e0dc, #36423c));
    --radius: var(--telnyx-ai-call-radius, 20px);
  }
`;
