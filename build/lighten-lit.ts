// What the script tag's file need not have of Lit. Lit's `css-tag.js` combines and checks style sheets; the element has
// one, so a lighter module stands for it. The element makes its properties itself, so Lit's way to make them goes.

import { join } from 'node:path';
import type { Plugin } from 'vite';

const reactiveElement = /@lit\/reactive-element\/(?:.*\/)?reactive-element\.js/;
const makingProperties =
  /static createProperty\(.*?(?=static getPropertyOptions\(\w+\)\{return this\.elementProperties\.get)/s;

export const lightenLit: Plugin = {
  name: 'lighten-lit',
  enforce: 'pre',
  resolveId: {
    filter: { id: /css-tag\.js$/ },
    handler: () => join(import.meta.dirname, 'light-css-tag.ts'),
  },
  transform: {
    filter: { id: reactiveElement },
    handler(code) {
      const [found] = makingProperties.exec(code) ?? [];
      if (!found) throw new Error('Lit makes properties in another way than before.');
      // As long as before, so that the source map holds.
      return { code: code.replace(found, ''.padEnd(found.length)), map: null };
    },
  },
};
