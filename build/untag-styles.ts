// Takes the tag off style sheets that are minified: only editors and the minifier need it. A sheet with backslashes keeps
// it, because the tag leaves them as they are.

import type { Plugin } from 'vite';

export const untagStyles: Plugin = {
  name: 'untag-styles',
  transform: {
    filter: { id: /\.styles\.ts/, code: 'css`' },
    handler: (code) => (code.includes('\\') ? null : code.replaceAll(/\bcss`/g, '`')),
  },
};
