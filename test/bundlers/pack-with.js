// Webpack and Rspack have the same interface.

import process from 'node:process';
import { join } from 'node:path';

export function packWith(bundler) {
  const folder = process.argv[2];
  const settings = {
    mode: 'production',
    context: folder,
    entry: './main.js',
    output: { path: join(folder, 'dist'), filename: 'main.js' },
    // How large a file may be is the site's own business.
    performance: { hints: false },
  };
  return new Promise((resolve, reject) => {
    bundler(settings, (error, stats) => {
      if (error) return reject(error);
      const said = stats.toString({ all: false, errors: true, warnings: true });
      if (said) process.stderr.write(`${said}\n`);
      if (stats.hasErrors()) return reject(new Error('It was not built.'));
      resolve();
    });
  });
}
