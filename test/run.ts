// `npm test`: all tests, those in Node beside those in the browser. `npm test -- quick`: those that answer
// within a minute. With names of files or folders: only those.

import { findBrowser } from './browser/find-browser.ts';
import { type ChosenFiles, chooseFiles } from './choose-files.ts';
import { runBrowserTests } from './run-browser-tests.ts';
import { runNodeTests } from './run-node-tests.ts';
import { addUp, type FileCounts } from './test-counts.ts';

/** More failures than these are no accident of a busy machine. */
const mostRunAgain = 3;

const words = process.argv.slice(2);
const chosen = chooseFiles(words);
// Before anything runs: where there is no browser, one is fetched once.
process.env['CHROME_PATH'] = await findBrowser();
const first = await runAll(chosen);
const failing = first.filter(({ failed }) => failed > 0).map(({ file }) => file);
// All cores are taken in a whole run. What is bound to time may fail there and nowhere else.
const again = words.length === 0 && failing.length <= mostRunAgain ? failing : [];
const isRunAgain = (file: string) => again.includes(file);
if (again.length > 0) console.log(`\nOnce more, by themselves: ${again.join(', ')}`);
const second = await runAll({
  nodeTests: chosen.nodeTests.filter(isRunAgain),
  browserTests: chosen.browserTests.filter(isRunAgain),
});

const { passed, failed } = addUp([...first.filter(({ file }) => !isRunAgain(file)), ...second]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

async function runAll({ nodeTests, browserTests }: ChosenFiles): Promise<readonly FileCounts[]> {
  let tellBrowserDone = () => {};
  const browserDone = new Promise<void>((resolve) => (tellBrowserDone = resolve));
  let tellNodeRests = () => {};
  const nodeRests = new Promise<void>((resolve) => (tellNodeRests = resolve));
  const inNode = runNodeTests(nodeTests, browserDone, tellNodeRests);
  const inBrowser = runBrowserTests(browserTests, nodeRests);
  void inBrowser.then(tellBrowserDone);
  return (await Promise.all([inNode, inBrowser])).flat();
}
