// Gives the script tag's file (the entry) and its lazy code no module in common, so that no chunk imports
// the entry. A chunk would import it by its plain name. A page may load it by another address: with a query
// (`telnyx-ai-call.js?ver=1`), or with a hash in the file's name. The browser would then load it a second
// time, and the page's `integrity` would not guard the second copy.
//
// Every `import()` therefore leads into a second graph of modules. A module that both graphs need is built
// twice. Its two copies share no state, and a class has two identities.

import type { Plugin } from 'vite';

/** What the id of each module in the second graph ends with. */
const mark = '?lazy';

export const separateLazyCode: Plugin = {
  name: 'separate-lazy-code',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const isLazy = options.kind === 'dynamic-import' || importer?.endsWith(mark);
    if (!isLazy) return null;
    const resolved = await this.resolve(source, importer, options);
    return resolved && { ...resolved, id: `${resolved.id}${mark}` };
  },
};

/** For source maps, which name files. */
export function withoutMark(path: string): string {
  return path.replace(mark, '');
}
