import { adoptStyles, type CSSResult } from '@lit/reactive-element';

/** What comes with later code has its own style sheets, one set for all elements. */
export function addStyles({ shadowRoot }: HTMLElement, ...styles: readonly CSSResult[]): void {
  if (!shadowRoot) return;
  // Where a browser knows none, Lit adds elements.
  const { adoptedStyleSheets = [] } = shadowRoot as Partial<DocumentOrShadowRoot>;
  adoptStyles(shadowRoot, [...adoptedStyleSheets, ...styles]);
}
