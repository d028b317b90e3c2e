import { around } from './around.ts';

/** The languages that an element asks for: its own, those of its ancestors, then the browser's. */
export function wantedLanguages(element: Element): unknown[] {
  // The property of a form is its field of that name.
  return around(element)
    .map((each): unknown => each.getAttribute('lang'))
    .concat(navigator.languages, navigator.language);
}
