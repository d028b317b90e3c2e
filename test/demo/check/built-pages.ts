// Serves the check's page as a site would: built once. From source, each visit costs more than a hundred requests.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { Pages, PagesOptions } from '../../../demo/start-pages.ts';

const root = join(import.meta.dirname, '../../../demo');

export async function startBuiltPages({ port, gatewayUrl, answer }: PagesOptions): Promise<Pages> {
  const outDir = await mkdtemp(join(tmpdir(), 'built-pages-'));
  const common = { root, configFile: false, logLevel: 'warn' } as const;
  const tellGateway = {
    name: 'gateway-address',
    transformIndexHtml: () =>
      gatewayUrl === undefined
        ? []
        : [{ tag: 'meta', attrs: { name: 'gateway-url', content: gatewayUrl } }],
  };
  await build({
    ...common,
    plugins: [tellGateway],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(root, 'check/index.html'),
        checks: { bundlerTimings: false },
      },
    },
  });
  const server = await preview({
    ...common,
    appType: 'mpa',
    plugins: [
      {
        name: 'site-api',
        configurePreviewServer: ({ middlewares }) => {
          if (answer) middlewares.use(answer);
        },
      },
    ],
    build: { outDir },
    preview: { host: '127.0.0.1', port },
  });
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return {
    url,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
