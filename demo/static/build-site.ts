// Builds the pages of the demo as files that any host can serve, in any folder. Calls work in them without a
// server: each page has the gateway inside.

import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { pageGatewayUrl } from '../../gateway/page/page-address.ts';
import { elementFacts } from '../element-facts.ts';

const root = join(import.meta.dirname, '..');

/** The head that a page of this build has more than its file says. */
const gatewayInPage: Plugin = {
  name: 'gateway-in-page',
  transformIndexHtml: {
    order: 'pre',
    handler: () => [
      { tag: 'meta', attrs: { name: 'gateway-url', content: pageGatewayUrl } },
      {
        tag: 'script',
        attrs: { type: 'module', src: '/static/begin.ts' },
        injectTo: 'head-prepend',
      },
    ],
  },
};

export async function buildSite(outDir: string): Promise<void> {
  await build({
    root,
    // Addresses are relative, so the site may be in any folder of a host.
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [elementFacts, gatewayInPage],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // For older browsers `light-dark()` is rewritten, and then needs the scheme in a style sheet: the
      // pages have it in their heads.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      rolldownOptions: {
        input: findPages(),
        checks: { bundlerTimings: false },
        output: {
          // The pages find each other from where the code is: it must be in the first folder.
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  });
  // The studio's code for a site names them, as long as no other place is given.
  await cp(join(root, '../dist/cdn'), join(outDir, 'dist/cdn'), { recursive: true });
}

/** All pages of the demo, by a name for the code of each. */
function findPages(): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'));
  const nameOf = (file: string): string => file.replace(/\.html$/, '').replaceAll('/', '-');
  return Object.fromEntries(files.map((file) => [nameOf(file), join(root, file)]));
}
