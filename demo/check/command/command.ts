// `npm run check:assistant -- <assistant id>`: the check's page in a headless browser, for a terminal and for a
// site's own monitoring.

import { startPages } from '../../start-pages.ts';
import { runCommand } from './run-command.ts';

/** Standard output is for the result alone. */
console.log = console.error;

process.exitCode = await runCommand(process.argv.slice(2), {
  servePages: startPages,
  print: (text) => void process.stdout.write(`${text}\n`),
  tell: (text) => console.error(text),
});
