import { around } from './around.ts';

/**
 * The languages that an element asks for: its own, those of its ancestors, then the browser's. It asks the browser only
 * if none of the others will do.
 */
export function* wantedLanguages(element: Element): Generator {
  // The property of a form is its field of that name.
  for (const each of around(element)) yield each.getAttribute('lang');
  yield* [navigator.languages, navigator.language].flat();
}
