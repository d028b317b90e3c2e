// What the script tag's file needs of Lit's `css-tag.js`: one style sheet, whose text is ours.

interface Style {
  readonly cssText: string;
}

export const unsafeCSS = (cssText: string): Style => ({ cssText });

export const getCompatibleStyle = (style: Style): Style => style;

export function adoptStyles(root: ShadowRoot, styles: readonly Style[]): void {
  const { CSSStyleSheet } = root.ownerDocument.defaultView ?? window;
  for (const { cssText } of styles) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(cssText);
      root.adoptedStyleSheets = [sheet];
    } catch {
      // An old browser knows no such sheets.
      const style = document.createElement('style');
      style.textContent = cssText;
      root.append(style);
    }
  }
}

// Lit passes these on, and the element uses none of them.
export const css = undefined;
export const CSSResult = undefined;
export const supportsAdoptingStyleSheets = undefined;
