// Lit's `css-tag.js` combines and checks style sheets. The element has one, so a lighter module stands for it.

import { join } from 'node:path';
import type { Plugin } from 'vite';

export const lightenLit: Plugin = {
  name: 'lighten-lit',
  enforce: 'pre',
  resolveId: {
    filter: { id: /css-tag\.js$/ },
    handler: () => join(import.meta.dirname, 'light-css-tag.ts'),
  },
};
