// Serves the demo's pages as a site would: built. From source, each visit costs more than a hundred requests. All test
// files share one build, which is made anew after a change of what it is made of.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { elementFacts } from '../../demo/element-facts.ts';
import type { Pages, PagesOptions } from '../../demo/start-pages.ts';
import { filesIn } from '../build/ensure-built.ts';

const root = join(import.meta.dirname, '../..');
const demo = join(root, 'demo');
const cache = join(root, '.cache/demo-pages');
const common = { root: demo, configFile: false, logLevel: 'warn' } as const;

export async function startBuiltPages({ port, gatewayUrl, answer }: PagesOptions): Promise<Pages> {
  const outDir = await buildPages();
  const server = await preview({
    ...common,
    appType: 'mpa',
    plugins: [
      elementFacts,
      {
        name: 'site-api',
        configurePreviewServer: ({ middlewares }) => {
          if (answer) middlewares.use(answer);
          middlewares.use((request, response, next) => {
            const file = pageAt(outDir, request.url ?? '');
            if (file === null || gatewayUrl === undefined) return next();
            sendPage(file, gatewayUrl, response).catch(next);
          });
        },
      },
    ],
    build: { outDir },
    preview: { host: '127.0.0.1', port },
  });
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return { url, close: () => server.close() };
}

/** The file of a page, if the address is one of a page. */
function pageAt(outDir: string, url: string): string | null {
  const { pathname } = new URL(url, 'http://localhost');
  const file = join(outDir, pathname.replace(/\/$/, '/index.html'));
  return file.endsWith('.html') && existsSync(file) ? file : null;
}

/** The pages read the gateway's address from a meta tag. */
async function sendPage(file: string, gatewayUrl: string, response: ServerResponse): Promise<void> {
  const page = await readFile(file, 'utf8');
  const meta = `<meta name="gateway-url" content="${gatewayUrl}" />`;
  response.setHeader('content-type', 'text/html');
  response.end(page.replace('<head>', `<head>${meta}`));
}

/** @returns the folder with the pages. */
async function buildPages(): Promise<string> {
  const folder = join(cache, nameOfSources());
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await removeOldBuilds();
  const outDir = await mkdtemp(join(cache, 'new-'));
  await build({
    ...common,
    plugins: [elementFacts],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(findPages().map((file) => [nameOf(file), join(demo, file)])),
        checks: { bundlerTimings: false },
        output: {
          // The pages find each other from where the code is: it must be in the first folder.
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  });
  await cp(join(demo, 'pictures'), join(outDir, 'pictures'), { recursive: true });
  // Another test file may have been first.
  await rename(outDir, folder).catch(() => rm(outDir, { recursive: true }));
  return folder;
}

async function removeOldBuilds(): Promise<void> {
  const dayAgoMs = Date.now() - 24 * 3_600_000;
  const folders = readdirSync(cache).map((name) => join(cache, name));
  const old = folders.filter((folder) => statSync(folder).mtimeMs < dayAgoMs);
  await Promise.all(old.map((folder) => rm(folder, { recursive: true, force: true })));
}

/** A name that changes with every file that the pages are made of. */
function nameOfSources(): string {
  const hash = createHash('sha256');
  const files = ['src', 'demo', 'gateway'].flatMap((folder) => filesIn(join(root, folder)));
  // The studio's code for a site names the hashes of the last build.
  const others = ['package-lock.json', 'dist/cdn/integrity.json'].map((name) => join(root, name));
  for (const file of [...files, ...others.filter((each) => existsSync(each))].sort()) {
    hash.update(`${file} ${statSync(file).mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function findPages(): string[] {
  return readdirSync(demo, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'));
}

function nameOf(file: string): string {
  return file.replace(/\.html$/, '').replaceAll('/', '-');
}
