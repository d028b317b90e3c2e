// WebKitGTK, where there is one: the small browser that Debian has with it, on a screen that nobody sees.
// It has no WebRTC, so it is for layout and for what a visitor of such a browser meets.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { WebDriver } from './web-driver.ts';

const driverPath = '/usr/bin/WebKitWebDriver';
const screenPath = '/usr/bin/Xvfb';

/** Root has no sandbox, and a screen in memory no graphics card. */
const surroundings = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
  GTK_THEME: 'Adwaita',
};

/** Its tool bar, with buttons of usual size, would make every window at least 447 px wide. */
const smallToolBar = '* { min-width: 0; min-height: 0; margin: 0; padding: 0; font-size: 1px }';

const startLimitMs = 20_000;

/** @returns whether there is one, or could be got without asking. */
export function hasWebKit(): boolean {
  return isThere() || (installDebianPackages() && isThere());
}

export interface WebKit {
  readonly driver: WebDriver;
  close(): Promise<void>;
}

export async function launchWebKit(): Promise<WebKit> {
  const settings = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(settings, 'gtk-3.0'));
  writeFileSync(join(settings, 'gtk-3.0/gtk.css'), smallToolBar);
  const screen = spawn(
    screenPath,
    ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const processes = [screen];
  const close = async () => {
    for (const each of processes.reverse()) await stop(each);
    rmSync(settings, { recursive: true, force: true });
  };
  try {
    const port = await freePort();
    const env = {
      ...process.env,
      ...surroundings,
      DISPLAY: `:${await firstLine(screen)}`,
      XDG_CONFIG_HOME: settings,
    };
    processes.push(spawn(driverPath, [`--port=${port}`], { env, stdio: 'ignore' }));
    const driver = await begin(`http://127.0.0.1:${port}`);
    return {
      driver,
      async close() {
        await driver.end().catch(() => undefined);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function isThere(): boolean {
  return existsSync(driverPath) && existsSync(screenPath);
}

/** Only for root, where it needs no question and no password. */
function installDebianPackages(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = 'install --yes --no-install-recommends webkit2gtk-driver xvfb';
  try {
    for (const task of ['update', install]) {
      execFileSync('apt-get', ['-qq', ...task.split(' ')], { env, stdio: ['ignore', 'ignore', 2] });
    }
    return true;
  } catch {
    return false;
  }
}

/** The driver does not say when it listens. */
async function begin(origin: string): Promise<WebDriver> {
  const endMs = performance.now() + startLimitMs;
  for (;;) {
    const isUp = await fetch(`${origin}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return WebDriver.begin(origin, { browserName: 'MiniBrowser' });
    if (performance.now() > endMs) throw new Error('WebKitWebDriver does not answer.');
    await pause(50);
  }
}

async function firstLine({ stdio }: ChildProcess): Promise<string> {
  const pipe = stdio[3] as NodeJS.ReadableStream;
  const limit = AbortSignal.timeout(startLimitMs);
  const [line] = (await once(createInterface(pipe), 'line', { signal: limit })) as [string];
  return line;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const stopped = once(child, 'exit');
  child.kill();
  await stopped;
}
