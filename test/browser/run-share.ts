// A process with some of the browser tests: runs the files that it is told, and tells their counts.

import { runInBrowser } from './web-test-runner.ts';

/** As long as the tests in Node take their part of the machine; more would not be in time with their sound. */
let pagesAtATime = 1;
process.on('message', () => (pagesAtATime = 2));
// Nobody wants to know any more.
process.on('disconnect', () => process.exit(1));

const counts = await runInBrowser(process.argv.slice(2), () => pagesAtATime);
process.send?.(counts, () => process.exit());
