// Gives shadow roots style sheets, which all roots of a document share.

import type { CSSResult, ReactiveElement } from '@lit/reactive-element';

/** By document, because a sheet works only in the document that made it. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

const added = new WeakMap<ShadowRoot, readonly string[]>();

/** @param texts later ones win over earlier ones, and over all that the root has already. */
export function addStyles(root: ShadowRoot | null, ...texts: readonly string[]): void {
  if (!root) return;
  const known = added.get(root) ?? [];
  const missing = texts.filter((text) => !known.includes(text));
  added.set(root, [...known, ...missing]);
  for (const text of missing) addStyle(root, text);
}

/** An element loses its styles when it is moved into another document. This gives them back. */
export function restoreStyles(element: HTMLElement): void {
  const root = element.shadowRoot;
  // An old browser has no sheets that could be lost.
  if (!root?.adoptedStyleSheets) return;
  if (root.adoptedStyleSheets.length === 0) {
    const { elementStyles } = element.constructor as typeof ReactiveElement;
    for (const style of elementStyles) addStyle(root, (style as CSSResult).cssText);
  }
  for (const text of added.get(root) ?? []) {
    const isThere = root.adoptedStyleSheets.includes(sheetFor(root.ownerDocument, text));
    if (!isThere) addStyle(root, text);
  }
}

function addStyle(root: ShadowRoot, text: string): void {
  try {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetFor(root.ownerDocument, text)];
  } catch {
    // An old browser knows no such sheets.
    const style = document.createElement('style');
    style.textContent = text;
    root.append(style);
  }
}

function sheetFor(document: Document, text: string): CSSStyleSheet {
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, known);
  const sheet = known.get(text) ?? makeSheet(document, text);
  known.set(text, sheet);
  return sheet;
}

/** A document without a window, which shows nothing, has no class for sheets. */
function makeSheet({ defaultView }: Document, text: string): CSSStyleSheet {
  const sheet = new (defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
