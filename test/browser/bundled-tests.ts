// Bundles browser tests with all that they import. File by file, each page would ask for more than three hundred.

import { readFileSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import type { TestRunnerCoreConfig } from '@web/test-runner';
import { build, type Plugin } from 'esbuild';

type Middleware = NonNullable<TestRunnerCoreConfig['middleware']>[number];

interface Options {
  readonly rootDir: string;
  readonly files: readonly string[];
  /** What `test/support/gateway-address.ts` is in this run. */
  readonly gatewayAddress: string;
}

/**
 * These need the address of a file in the repository, or are no modules. And the SDK comes after what watches it, but
 * a bundle may run what it shares with others in another order.
 */
const needsFiles =
  /'(.*\/(late-code|two-homes|install-page-gateway)\.ts|orejime\/.*|@telnyx\/webrtc)'/;

/** Serves the bundles in place of the test files. */
export async function bundledTests({
  rootDir,
  files,
  gatewayAddress,
}: Options): Promise<Middleware> {
  const entryPoints = files.filter((file) => !needsFiles.test(readFileSync(file, 'utf8')));
  const { outputFiles } = await build({
    entryPoints,
    absWorkingDir: resolve(rootDir),
    outbase: rootDir,
    // Each bundle has the address of its test file. Nothing is written.
    outdir: rootDir,
    outExtension: { '.js': '.ts' },
    chunkNames: 'bundled/[name]-[hash]',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['production', 'import', 'default'],
    target: 'es2022',
    sourcemap: 'linked',
    external: ['/__web-dev-server__web-socket.js'],
    plugins: [givenAddress(gatewayAddress), neverBundled],
  });
  const bundles = new Map(outputFiles.map(({ path, text }) => [addressOf(rootDir, path), text]));
  return async (context, next) => {
    const text = bundles.get(context.path);
    if (text === undefined) {
      await next();
      return;
    }
    context.type = context.path.endsWith('.map') ? 'json' : 'js';
    context.body = text;
  };
}

/** Through a helper, a test would lose in silence what it needs. */
const neverBundled: Plugin = {
  name: 'never-bundled',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](late-code|two-homes|install-page-gateway)\.ts$/ }, () => ({
      errors: [{ text: 'The test file itself must import this one, so that it is not bundled.' }],
    }));
  },
};

function givenAddress(contents: string): Plugin {
  return {
    name: 'gateway-address',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]test[\\/]support[\\/]gateway-address\.ts$/ }, () => ({ contents }));
    },
  };
}

function addressOf(rootDir: string, path: string): string {
  return posix.join('/', ...relative(rootDir, path).split(sep));
}
