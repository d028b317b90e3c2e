// Builds the scripts of the bench's pages: the bare pages for comparison, and the probe.

import { join } from 'node:path';
import { build } from 'vite';
import { builtFolder } from './server/serve-pages.ts';

const names = [
  'bare-button',
  'call-ours',
  'call-connected-sdk',
  'call-cold-sdk',
  'leaks',
  'long-transcript',
];

export async function buildPages(): Promise<void> {
  const entry = Object.fromEntries(
    names.map((name) => [name, join(import.meta.dirname, 'pages', `${name}.ts`)]),
  );
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      lib: { entry, formats: ['es'] },
      outDir: builtFolder,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        output: {
          comments: false,
          minify: {
            compress: true,
            mangle: { toplevel: true },
            codegen: { removeWhitespace: true },
          },
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  });
}
