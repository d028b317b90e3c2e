// Firefox, where there is one: Debian's, or wherever FIREFOX_PATH says. With a microphone that beeps.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';

const usualPlaces = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** What Chromium's flags do (`browser-flags.ts`). */
const preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
};

/** @returns `null`: there is none, and none can be got without asking. */
export function findFirefox(): string | null {
  const named = process.env['FIREFOX_PATH'];
  return named ?? usualPlaces.find((path) => existsSync(path)) ?? installDebianPackage();
}

export function launchFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: preferences,
  });
}

/** Only for root, where it needs no question and no password. */
function installDebianPackage(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    for (const task of ['update', 'install --yes --no-install-recommends firefox-esr']) {
      execFileSync('apt-get', ['-qq', ...task.split(' ')], { env, stdio: ['ignore', 'ignore', 2] });
    }
    return usualPlaces.find((path) => existsSync(path)) ?? null;
  } catch {
    return null;
  }
}
