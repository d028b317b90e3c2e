import { around } from './around.ts';

/** The languages that an element asks for: its own, those of its ancestors, then the browser's. */
export function wantedLanguages(element: Element): string[] {
  return [...around(element).map(({ lang }) => lang), ...navigator.languages];
}
