// Finds a Chrome or Chromium, or gets one by ordinary means: Debian's package as root, else a download.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  Browser,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';

const cacheDir = join(import.meta.dirname, '../../.cache/browsers');

const programs = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];

const usualPlaces = [
  ...programs.map((program) => `/usr/bin/${program}`),
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
];

/** @returns the path of a browser's program. */
export async function findBrowser(): Promise<string> {
  return fromEnvironment() ?? usualPlaces.find(existsSync) ?? onPath() ?? (await getBrowser());
}

function fromEnvironment(): string | undefined {
  const path = process.env['CHROME_PATH'] ?? process.env['PUPPETEER_EXECUTABLE_PATH'];
  if (path !== undefined && !existsSync(path)) throw new Error(`There is no browser at ${path}`);
  return path;
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':');
  return folders
    .flatMap((folder) => programs.map((program) => join(folder, program)))
    .find(existsSync);
}

async function getBrowser(): Promise<string> {
  return installDebianPackage() ?? (await download());
}

/** Only for root, where it needs no question and no password. */
function installDebianPackage(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('No Chrome or Chromium found: installing the package chromium with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    for (const task of ['update', 'install --yes --no-install-recommends chromium']) {
      execFileSync('apt-get', ['-qq', ...task.split(' ')], { env, stdio: ['ignore', 'ignore', 2] });
    }
    // Ubuntu's package of that name is a stub for another installer.
    execFileSync('/usr/bin/chromium', ['--version'], { stdio: 'ignore' });
    return '/usr/bin/chromium';
  } catch {
    return undefined;
  }
}

async function download(): Promise<string> {
  const [earlier] = await getInstalledBrowsers({ cacheDir });
  if (earlier) return earlier.executablePath;
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error('Install Chrome or Chromium and name it in CHROME_PATH.');
  console.log(`No Chrome or Chromium found: downloading Chrome to ${cacheDir}`);
  const browser = Browser.CHROME;
  const buildId = await resolveBuildId(browser, platform, 'stable');
  return (await install({ browser, buildId, cacheDir, platform })).executablePath;
}
