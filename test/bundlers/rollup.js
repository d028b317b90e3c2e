import process from 'node:process';
import resolve from '@rollup/plugin-node-resolve';
import { join } from 'node:path';
import { rollup } from 'rollup';

const folder = process.argv[2];
const bundle = await rollup({
  input: join(folder, 'main.js'),
  plugins: [resolve({ browser: true })],
});
await bundle.write({ dir: join(folder, 'dist'), format: 'es' });
await bundle.close();
