// `npm run pictures:peers`: puts the widget beside the peers' published ones in one picture, docs/peers.webp, and
// prints what can be counted of each: docs/peers.md.

import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { startGateway } from '../../gateway/node/start-gateway.ts';
import { ensureBuilt } from '../../test/build/ensure-built.ts';
import { launchBrowser } from '../driver/launch.ts';
import { describePeers, ensurePeers } from '../peers.ts';
import { servePages } from '../server/serve-pages.ts';
import { type Contestant, contestantsWith, holdMicrophone } from './contestants.ts';
import { closedFactsOf, openFactsOf } from './facts.ts';
import { sheetOf, type Shot } from './sheet.ts';

const path = join(import.meta.dirname, '../../docs/peers.webp') as `${string}.webp`;
const quality = 80;

/** In a wide window, only the corner with the widget is shown. */
const cornerPx = 480;
const heightPx = 760;
const looks = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);
type Look = (typeof looks)[number];

/** A page whose fonts and colours are its own, in both schemes. */
const styles = ':root { color-scheme: light dark; font-family: "DejaVu Serif", Georgia, serif }';

ensurePeers();
ensureBuilt();
const gateway = await startGateway();
const server = await servePages();
const browser = await launchBrowser();
const shots: Shot[] = [];
try {
  for (const contestant of contestantsWith(gateway)) shots.push(...(await shoot(contestant)));
  const page = await browser.newPage();
  const day = new Date().toISOString().slice(0, 10);
  const note = `${day}. ${describePeers()}. After a press, the browser asks for the microphone. No server answers;
    in a call, one on the same machine does. The page has a serif font, and is dark where the system is.`;
  const names = looks.map(({ width, scheme }) => `${width} px, ${scheme}`);
  await page.setContent(sheetOf(names, shots, note));
  await page.setViewport(await page.$eval('body', fullSize));
  await page.screenshot({ path, type: 'webp', quality });
  console.log(path);
} finally {
  await browser.close();
  await server.close();
  await gateway.close();
}

interface Visit {
  readonly page: Page;
  /** Hosts other than the page's own that were asked. */
  readonly hosts: Set<string>;
}

/** Opens the contestant's page in a profile of its own, and waits for the launcher. */
async function visit({ file, launcher, prepare }: Contestant): Promise<Visit> {
  const context = await browser.createBrowserContext();
  await context.setPermission('*', { permission: { name: 'microphone' }, state: 'granted' });
  const page = await context.newPage();
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await holdMicrophone(page);
  await prepare?.(page);
  await page.goto(`${server.url}/pages/${file}.html`);
  await page.addStyleTag({ content: styles });
  await page.locator(launcher).wait();
  await settle(page);
  hosts.delete(new URL(server.url).host);
  return { page, hosts };
}

/** Goes the same way at once, since pictures take time. */
async function secondsToLast(contestant: Contestant): Promise<number> {
  const { page } = await visit(contestant);
  const startMs = performance.now();
  for (const { reach } of contestant.states) await reach(page);
  const seconds = Math.round((performance.now() - startMs) / 100) / 10;
  await page.browserContext().close();
  return seconds;
}

async function shoot(contestant: Contestant): Promise<Shot[]> {
  const { name, launcher, states } = contestant;
  const secondsFromPress = await secondsToLast(contestant);
  const { page, hosts } = await visit(contestant);
  const askedBeforeAPress = [...hosts];
  console.log(name, { askedBeforeAPress, ...(await closedFactsOf(page, launcher)) });
  const taken: Shot[] = [];
  for (const { title, reach } of states) {
    await reach(page);
    const images: string[] = [];
    for (const look of looks) images.push(await take(page, look));
    taken.push({ name, title, images });
    await lookAt(page, { width: 390, scheme: 'light' });
    console.log(name, title, await openFactsOf(page));
  }
  console.log(name, `${states.at(-1)?.title}, after ${secondsFromPress} s`);
  await page.browserContext().close();
  return taken;
}

async function lookAt(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewport({ width, height: heightPx });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  // Moves the pointer away from where it clicked last.
  await page.mouse.move(0, 0);
  await settle(page);
}

async function take(page: Page, look: Look): Promise<string> {
  await lookAt(page, look);
  const { width } = look;
  const shown = Math.min(width, cornerPx);
  const clip = { x: width - shown, y: 0, width: shown, height: heightPx };
  return page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false });
}

/** Resolves when all movements that end have ended. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [document, ...[...document.body.children].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
      .flatMap((root) => root.getAnimations())
      .every(
        ({ effect, playState }) => playState !== 'running' || effect?.getTiming().iterations !== 1,
      ),
  );
}

function fullSize(body: Element): { width: number; height: number } {
  const { width, height } = body.getBoundingClientRect();
  return { width: Math.ceil(width) + 24, height: Math.ceil(height) + 24 };
}
