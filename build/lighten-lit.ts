// What the script tag's file need not have of Lit. Lit's `css-tag.js` combines and checks style sheets; the element has
// one, so a lighter module stands for it. The element makes its properties itself, writes none of them into attributes,
// and has no decorators, so what Lit needs for these goes: it would run in every page that loads.

import { join } from 'node:path';
import type { Plugin } from 'vite';

const reactiveElement = /@lit\/reactive-element\/(?:.*\/)?reactive-element\.js/;

/** What goes, and what stands in its place. */
const changes: readonly (readonly [RegExp, string])[] = [
  // Makes properties.
  [
    /static createProperty\(.*?(?=static getPropertyOptions\(\w+\)\{return this\.elementProperties\.get)/s,
    '',
  ],
  // What decorators have noted.
  [/\w+\.litPropertyMetadata\?\?=new WeakMap(?=;)/, 'null'],
  [/const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?\}(?=this\.\S+=new Map)/, ''],
  // Takes first values over from decorators: it would ask for the value of every property.
  [
    /const (\w+)=this\.constructor\.elementProperties;if\(\1\.size>0\)for\(.*?\}(?=\}let \w+=!1)/,
    '',
  ],
  // Compares a property with what it was.
  [/(?<=requestUpdate\([^)]*\)\{)if\(void 0!==.*?\}(?=!1===this\.isUpdatePending)/, ''],
  // Notes what has changed.
  [/\w+\(\w+,\w+,\{useDefault:.*?\}(?=async )/, ''],
  // Writes properties into attributes.
  [/this\.[^;{}&]+&&=this\.[^;{}]+\.forEach\(.*?\)\),/, ''],
  [
    /(?<=attributeChangedCallback\([^)]*\)\{[^}]*\})\S+?\(\w+,\w+\)\{.*?\}\}(?=\S+\(\w+,\w+\)\{const)/,
    '',
  ],
  // Combines style sheets.
  [/(?<=static finalizeStyles\((\w+)\)\{).*?(?=\}static)/, 'return[$1]'],
  // Each property says itself how it is read.
  [/"function"==typeof (\w+)\.converter\?\{fromAttribute:\1\.converter\}:.*?(?=;)/, '$1.converter'],
  [/(?<=return this\.elementProperties\.get\(\w+\))\?\?\w+/, ''],
];

export const lightenLit: Plugin = {
  name: 'lighten-lit',
  enforce: 'pre',
  resolveId: {
    filter: { id: /css-tag\.js$/ },
    handler: () => join(import.meta.dirname, 'light-css-tag.ts'),
  },
  transform: {
    filter: { id: reactiveElement },
    handler: (code) => ({ code: changes.reduce(change, code), map: null }),
  },
};

function change(code: string, [old, wanted]: readonly [RegExp, string]): string {
  if (!old.test(code)) throw new Error(`Lit does not have ${old.source} any more.`);
  // As long as before, so that the source map holds.
  return code.replace(old, (found: string, name: string) =>
    wanted.replace('$1', name).padEnd(found.length),
  );
}
