// `npm run build:site`: builds the static site, with the documents, into `site-dist/`.

import { join } from 'node:path';
import { buildDocuments } from './build-documents.ts';
import { buildSite } from './build-site.ts';

const outDir = join(import.meta.dirname, '../../site-dist');
await buildSite(outDir);
await buildDocuments(join(outDir, 'docs'));
console.log(`The static site is in ${outDir}. Any host can serve it, in any folder.`);
