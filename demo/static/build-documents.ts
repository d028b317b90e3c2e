// Builds the documents as pages that any host can serve, in any folder. How they look: docs/.vitepress/.

import { join } from 'node:path';
import { build } from 'vitepress';

export async function buildDocuments(outDir: string): Promise<void> {
  await build(join(import.meta.dirname, '../../docs'), { outDir });
}
