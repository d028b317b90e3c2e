// Takes the tag off minified style sheets. It is for editors and for the minifier, and does nothing else.

import type { Plugin } from 'vite';

export const untagStyles: Plugin = {
  name: 'untag-styles',
  transform: {
    filter: { id: /\.styles\.ts/, code: 'css`' },
    handler: (code) => (code.includes('\\') ? null : code.replaceAll(/\bcss`/g, '`')),
  },
};
