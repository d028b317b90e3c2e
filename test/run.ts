// `npm test`: the tests in Node, then those in the browser. With names of files: only those.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser/find-browser.ts';
import { runBrowserTests } from './browser/web-test-runner.ts';
import { runNodeTests } from './run-node-tests.ts';

const wanted = process.argv.slice(2).map((name) => name.replace(/^(\.\/)?(test\/)?/, 'test/'));
const all = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((name) => !name.includes('node_modules'))
  .filter((name) => wanted.length === 0 || wanted.some((each) => name.startsWith(each)))
  .sort();

const browserTests = all.filter((name) => name.endsWith('.browser.test.ts'));
const nodeTests = all.filter((name) => name.endsWith('.test.ts') && !browserTests.includes(name));

// Before anything runs: where there is no browser, one is fetched once.
process.env['CHROME_PATH'] = await findBrowser();
const results = [];
if (nodeTests.length > 0) results.push(await runNodeTests(nodeTests));
if (browserTests.length > 0) results.push(await runBrowserTests(browserTests));

const passed = results.reduce((sum, each) => sum + each.passed, 0);
const failed = results.reduce((sum, each) => sum + each.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
