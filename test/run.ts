// `npm test`: all tests, those in Node beside those in the browser. `npm test -- quick`: those that answer
// within a minute. With names of files or folders: only those.

import { findBrowser } from './browser/find-browser.ts';
import { chooseFiles } from './choose-files.ts';
import { runBrowserTests } from './run-browser-tests.ts';
import { runNodeTests } from './run-node-tests.ts';

const { nodeTests, browserTests } = chooseFiles(process.argv.slice(2));

// Before anything runs: where there is no browser, one is fetched once.
process.env['CHROME_PATH'] = await findBrowser();
let tellBrowserDone = () => {};
const browserDone = new Promise<void>((resolve) => (tellBrowserDone = resolve));
let tellNodeRests = () => {};
const nodeRests = new Promise<void>((resolve) => (tellNodeRests = resolve));
const inNode = runNodeTests(nodeTests, browserDone, tellNodeRests);
const inBrowser = runBrowserTests(browserTests, nodeRests);
void inBrowser.then(tellBrowserDone);
const results = await Promise.all([inNode, inBrowser]);

const passed = results.reduce((sum, each) => sum + each.passed, 0);
const failed = results.reduce((sum, each) => sum + each.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
