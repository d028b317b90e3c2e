import process from 'node:process';
import { build } from 'esbuild';
import { join } from 'node:path';

const folder = process.argv[2];
await build({
  entryPoints: [join(folder, 'main.js')],
  outdir: join(folder, 'dist'),
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  logLevel: 'warning',
});
