// The browser's end of `commands.ts`: carries out in Chromium, over puppeteer, what a test asks for.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestRunnerPlugin } from '@web/test-runner';
import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { CDPSession } from 'puppeteer-core';
import type { CommandPayloads, Media, Permission, SafeArea } from './command-payloads.ts';

type Page = ReturnType<ChromeLauncher['getPage']>;

type Commands = {
  readonly [Name in keyof CommandPayloads]: (
    page: Page,
    payload: CommandPayloads[Name],
  ) => Promise<void>;
};

const screenshots = join(import.meta.dirname, '../../.cache/screenshots');

const sessions = new WeakMap<Page, CDPSession>();

/** @param gatewayUrl what is out of reach when the page is offline. */
export function browserCommands(launcher: ChromeLauncher, gatewayUrl: string): TestRunnerPlugin {
  const commands: Commands = {
    'microphone-permission': setMicrophonePermission,
    offline: (page, offline) => setOffline(page, offline, new URL(gatewayUrl).host),
    media: emulateMedia,
    'safe-area': setSafeArea,
    screenshot: takeScreenshot,
  };
  return {
    name: 'browser-commands',
    async executeCommand({ command, payload, session }) {
      const run = Object.entries(commands).find(([name]) => name === command)?.[1];
      if (!run) return undefined;
      const page = launcher.getPage(session.id);
      // The payload was typed where it was sent, in commands.ts.
      await (run as (page: Page, payload: unknown) => Promise<void>)(page, payload);
      // The runner takes an answer that is nothing for an unknown command.
      return true;
    },
  };
}

export async function setMicrophonePermission(page: Page, state: Permission): Promise<void> {
  const permission = { name: 'microphone' };
  await page.browserContext().setPermission('*', { permission, state });
}

/**
 * The gateway and the site's server (`/api/`) are out of reach and `navigator.onLine` is false. What else
 * the runner serves stays within reach:
 * with everything cut off, the page could not even ask to be online again.
 */
async function setOffline(page: Page, offline: boolean, gateway: string): Promise<void> {
  const speed = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  const session = await sessionOf(page);
  await session.send('Network.emulateNetworkConditionsByRule', {
    offline,
    matchedNetworkConditions: offline
      ? [`*://${gateway}/*`, '*://*:*/api/*'].map((urlPattern) => ({ urlPattern, ...speed }))
      : [],
  });
  await session.send('Network.overrideNetworkState', { offline, ...speed });
}

/** By the protocol itself: puppeteer knows no forced colours. What is not named goes back to normal. */
async function emulateMedia(page: Page, media: Media): Promise<void> {
  const { colorScheme = '', reducedMotion = '', contrast = '', forcedColors = '' } = media;
  const session = await sessionOf(page);
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'prefers-reduced-motion', value: reducedMotion },
      { name: 'prefers-contrast', value: contrast },
      { name: 'forced-colors', value: forcedColors },
    ],
  });
}

async function setSafeArea(page: Page, insets: SafeArea): Promise<void> {
  const session = await sessionOf(page);
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
}

async function takeScreenshot(page: Page, name: string): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}/${name}.png` });
}

/** Chromium forgets what a session has set, and keeps to it only while the session lasts: one per page. */
async function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known) return known;
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  sessions.set(page, session);
  return session;
}
