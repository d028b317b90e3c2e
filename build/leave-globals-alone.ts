// Lit writes into the page's globals: `metadata` of `Symbol`, for decorators of fields, and its version, for a
// warning of its development build. It reads from them what polyfills of old browsers want changed. The element has
// no decorators and runs in no such browser, and a page may have frozen its globals: the script would end there.

import type { Plugin } from 'vite';

const additions = [
  /Symbol\.metadata\s*\?\?=\s*Symbol\((["'])metadata\1\)(?=\s*[,;])/,
  /\w+\.(?:reactiveElement|litHtml)PolyfillSupport/,
  /\(\w+\.(?:reactiveElement|litHtml)Versions\s*\?\?=\s*\[\]\)\.push\((["'])[\d.]+\1\)/,
];

/** What each of Lit's files adds. */
const modules = [
  { id: /@lit\/reactive-element\/(?:.*\/)?reactive-element\.js/, found: additions },
  { id: /lit-html\/(?:.*\/)?lit-html\.js/, found: additions.slice(1) },
];

export const leaveGlobalsAlone: Plugin = {
  name: 'leave-globals-alone',
  transform: {
    filter: { id: modules.map(({ id }) => id) },
    handler(code, file) {
      const expected = modules.find(({ id }) => id.test(file))?.found ?? [];
      return { code: expected.reduce(without, code), map: null };
    },
  },
};

function without(code: string, addition: RegExp): string {
  const [found] = addition.exec(code) ?? [];
  if (!found) throw new Error(`Lit does not have ${addition.source} any more.`);
  // As long as before, so that the source map holds.
  return code.replace(found, 'null'.padEnd(found.length));
}
