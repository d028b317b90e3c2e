// Lit adds `metadata` to the page's `Symbol` where a browser has none, for decorators of fields. The element
// has no decorators, and a page may have frozen `Symbol`: the script would end there.

import type { Plugin } from 'vite';

const addition = /Symbol\.metadata\s*\?\?=\s*Symbol\((["'])metadata\1\)\s*[,;]/;

export const leaveSymbolAlone: Plugin = {
  name: 'leave-symbol-alone',
  transform: {
    filter: { id: /@lit\/reactive-element\/(?:.*\/)?reactive-element\.js/ },
    handler(code) {
      const [found] = addition.exec(code) ?? [];
      if (!found) throw new Error('Lit does not add `Symbol.metadata` as it did.');
      // As long as before, so that the source map holds.
      return { code: code.replace(found, ' '.repeat(found.length)), map: null };
    },
  },
};
