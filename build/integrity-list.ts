// Writes `integrity.json`: the hash of every script, for pages that allow no other script from the script
// server.

import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export const integrityList: Plugin = {
  name: 'integrity-list',
  generateBundle(_, bundle) {
    const hashes: Record<string, string> = {};
    for (const file of Object.values(bundle)) {
      if (!file.fileName.endsWith('.js')) continue;
      const content = file.type === 'chunk' ? file.code : file.source;
      const hash = createHash('sha384').update(content).digest('base64');
      hashes[file.fileName] = `sha384-${hash}`;
    }
    const source = `${JSON.stringify(hashes, null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'integrity.json', source });
  },
};
