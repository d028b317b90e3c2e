// Gives the script tag's file (the entry) and its lazy code no module in common, so that no chunk imports
// the entry. A chunk would import it by its plain name. A page may load it by another address: with a query
// (`telnyx-ai-call.js?ver=1`), or with a hash in the file's name. The browser would then load it a second
// time, and the page's `integrity` would not guard the second copy.
//
// Every `import()` therefore leads into a second graph of modules. A module that both graphs need is built
// twice. Its two copies share no state, and a class has two identities. What a launcher may have before a call
// is a third graph, so that it waits for no chunk of the call.

import type { Plugin } from 'vite';

/** What the id of each module in another graph ends with. */
const marks = /\?(lazy|extras)$/;

export const separateLazyCode: Plugin = {
  name: 'separate-lazy-code',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const mark = marks.exec(importer ?? '')?.[0] ?? markOf(source, options.kind);
    if (mark === undefined) return null;
    const resolved = await this.resolve(source, importer, options);
    return resolved && { ...resolved, id: `${resolved.id}${mark}` };
  },
};

function markOf(source: string, kind: string | undefined): string | undefined {
  if (kind !== 'dynamic-import') return undefined;
  return source.includes('/extras/') ? '?extras' : '?lazy';
}

/** For source maps, which name files. */
export function withoutMark(path: string): string {
  return path.replace(marks, '');
}
