import { adoptStyles, type CSSResult } from '@lit/reactive-element';

/** What comes with later code has its own style sheets, one set for all elements. */
export function addStyles({ shadowRoot }: HTMLElement, ...styles: readonly CSSResult[]): void {
  if (shadowRoot) adoptStyles(shadowRoot, [...shadowRoot.adoptedStyleSheets, ...styles]);
}
