import process from 'node:process';
import { Parcel } from '@parcel/core';
import { join } from 'node:path';

const folder = process.argv[2];
process.chdir(folder);
await new Parcel({
  entries: join(folder, 'index.html'),
  defaultConfig: import.meta.resolve('@parcel/config-default').replace('file://', ''),
  defaultTargetOptions: { distDir: join(folder, 'dist') },
  mode: 'production',
  shouldDisableCache: true,
}).run();
