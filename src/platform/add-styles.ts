// Gives shadow roots style sheets, which all roots of a document share.

/** By document: a sheet serves in the document that made it only. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** @param texts in the order in which they count; those that are there count before. */
export function addStyles(root: ShadowRoot | null, ...texts: readonly string[]): void {
  for (const text of texts) if (root) addStyle(root, text);
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
