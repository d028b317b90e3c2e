import type { StringOverrides } from './string-overrides.ts';

/** The texts of the page's own, without those that are `undefined`: pages in JavaScript set what they have. */
export function ownTexts(strings: StringOverrides): StringOverrides {
  return JSON.parse(JSON.stringify(strings)) as StringOverrides;
}
