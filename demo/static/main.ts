// `npm run build:site`: builds the static site into `site-dist/`.

import { join } from 'node:path';
import { buildSite } from './build-site.ts';

const outDir = join(import.meta.dirname, '../../site-dist');
await buildSite(outDir);
console.log(`The static site is in ${outDir}. Any host can serve it, in any folder.`);
