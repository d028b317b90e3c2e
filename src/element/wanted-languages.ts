import { around } from './around.ts';

/** The languages that an element asks for: its own, those of its ancestors, then the browser's. */
export function wantedLanguages(element: Element): string[] {
  // Elements of SVG have none.
  return around(element)
    .map(({ lang = '' }: Partial<HTMLElement>) => lang)
    .concat(navigator.languages);
}
