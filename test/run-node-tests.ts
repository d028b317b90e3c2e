// Runs *.node.test.ts in Node's own test runner, as many files at a time as there are cores, each in a process
// of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';
import { LentBrowser, lentVariable } from './browser/lent-browser.ts';
import { builtVariable, isBuilt } from './build/ensure-built.ts';
import { longestFirst } from './long-files.ts';
import type { FileCounts } from './test-counts.ts';

/** The browser tests take the rest of the machine. */
const besideOthers = Math.max(1, availableParallelism() - 1);
/** More than there are cores: half of the time, a file waits for a call, or for a limit that must run out. */
const onceAlone = availableParallelism() + 1;

/**
 * @param others what else runs meanwhile: afterwards, there is room for more.
 * @param tellRest is called when only those files are left that run alone, after all others.
 */
export async function runNodeTests(
  files: readonly string[],
  others: Promise<unknown>,
  tellRest: () => void,
): Promise<readonly FileCounts[]> {
  const needBuild = files.filter(looksAtBuild);
  const built = needBuild.length === 0 ? Promise.resolve(true) : buildOnce();
  const alone = files.filter(runsAlone);
  // While `dist/` is built, the others run.
  const needNone = files.filter((file) => !needBuild.includes(file));
  const waiting = [...longestFirst(needNone), ...longestFirst(needBuild)].filter(
    (file) => !alone.includes(file),
  );
  const counts: FileCounts[] = [];
  const work = async () => {
    const browser = new LentBrowser();
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const canRun = !needBuild.includes(file) || (await built);
      counts.push(canRun ? await runFile(file, browser) : cannotRun(file));
    }
    await browser.takeBack();
  };
  const workers = (count: number) => Promise.all(Array.from({ length: count }, work));
  let more: Promise<unknown> = Promise.resolve();
  void others.then(() => (more = workers(onceAlone - besideOthers)));
  await workers(besideOthers);
  await more;
  tellRest();
  if (alone.length > 0) await others;
  const browser = new LentBrowser();
  for (const file of alone) counts.push(await runFile(file, browser));
  await browser.takeBack();
  return counts;
}

/** What is bound to time would fail where much else runs. Its head says so. */
function runsAlone(file: string): boolean {
  return /^\/\/ Runs alone:/m.test(readFileSync(file, 'utf8'));
}

function looksAtBuild(file: string): boolean {
  return /from '.*\/(ensure-built|any-site)\.ts'/.test(readFileSync(file, 'utf8'));
}

/** One build for all files: each would make its own, at the same time, in the same place. */
async function buildOnce(): Promise<boolean> {
  if (!isBuilt()) {
    const { code, output } = await finish(spawn('npm', ['run', 'build'], { shell: true }));
    if (code !== 0) {
      console.log(`✖ npm run build\n${output}`);
      return false;
    }
  }
  process.env[builtVariable] = 'yes';
  return true;
}

function cannotRun(file: string): FileCounts {
  console.log(`✖ ${file}: nothing was built`);
  return { file, passed: 0, failed: 1 };
}

async function runFile(file: string, browser: LentBrowser): Promise<FileCounts> {
  const startMs = performance.now();
  // A peer of werift that is closed while it connects looks for its way for ever, and would keep the process.
  const parameters = ['--import', 'tsx', '--test-reporter=spec', '--test-force-exit', file];
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, [lentVariable]: 'yes' },
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
  browser.lendTo(child);
  const { code, output } = await finish(child);
  const passed = count(output, 'pass');
  const notPassed = count(output, 'fail') + count(output, 'cancelled');
  const failed = code === 0 ? notPassed : Math.max(notPassed, 1);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  console.log(`${failed === 0 ? '✔' : '✖'} ${file}: ${passed} passed (${seconds} s)`);
  const skipped = output.split('\n').filter((line) => /^\s*﹣/.test(line));
  const details = failed === 0 ? skipped.join('\n') : output;
  if (details) console.log(details.replace(/^/gm, '    '));
  // Nobody knows what it has left behind.
  if (failed > 0) await browser.takeBack();
  return { file, passed, failed };
}

async function finish(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  const { stdout, stderr } = child;
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [said = '', complained = ''] = await Promise.all([stdout, stderr].map(readAll));
  return { code: await closed, output: [said, complained].filter(Boolean).join('\n') };
}

function readAll(stream: ChildProcess['stdout']): Promise<string> {
  return stream ? text(stream) : Promise.resolve('');
}

/** Reads the runner's closing line, as `ℹ pass 12`. */
function count(output: string, word: string): number {
  return Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
}
