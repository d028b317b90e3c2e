// `npm run walk`: goes through the studio as a marketer does, from nothing to a pasted snippet: with keys alone in
// a window of 1280 × 720, with a finger alone on a phone. Pictures of each step: .cache/walk/index.html. Fails where
// a control cannot be reached, or the preview is out of sight. With `--docs`, some of them become those of
// docs/studio.md.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Viewport } from 'puppeteer-core';
import { startDemo } from '../../demo/start-demo.ts';
import { browserFlags } from '../browser/browser-flags.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import { folder, serve } from '../build/serve.ts';
import { joinPictures } from './join-pictures.ts';
import { Finger, type Hand, Keys } from './hands.ts';
import { walk } from './walk.ts';

const pictures = join(import.meta.dirname, '../../.cache/walk');

const inDocuments = join(import.meta.dirname, '../../demo/pictures');

interface Window {
  readonly name: string;
  readonly viewport: Viewport;
  readonly hand: (page: Page) => Hand;
  /** The steps that docs/studio.md shows. */
  readonly shown: readonly string[];
  readonly row: { readonly widthPx: number; readonly columns: number };
}

const windows: readonly Window[] = [
  {
    name: 'desktop',
    viewport: { width: 1280, height: 720 },
    hand: (page) => new Keys(page),
    shown: ['assistant', 'contrast', 'speaking', 'copied'],
    row: { widthPx: 620, columns: 2 },
  },
  {
    name: 'phone',
    viewport: { width: 390, height: 844, hasTouch: true, isMobile: true },
    hand: (page) => new Finger(page),
    shown: ['assistant', 'contrast', 'consent', 'copied', 'pasted'],
    row: { widthPx: 240, columns: 5 },
  },
];

ensureBuilt();
await rm(pictures, { recursive: true, force: true });
await mkdir(pictures, { recursive: true });
const demo = await startDemo({ port: 0 });
/** Where the person's developer has put the files. */
const files = await serve(folder('dist/cdn'));
const browser = await puppeteer.launch({
  executablePath: await findBrowser(),
  args: browserFlags,
});
const missed: string[] = [];
const taken: string[] = [];
for (const window of windows) {
  await goThrough(browser, window).catch((error: unknown) => {
    missed.push(`${window.name}: ${String(error)}`);
  });
}
if (process.argv.includes('--docs') && missed.length === 0) await showInDocuments();
await browser.close();
await Promise.all([demo.close(), files.close()]);
await writeFile(join(pictures, 'index.html'), pageOf(taken));
for (const line of missed) console.error(line);
console.log(`${taken.length} pictures: ${join(pictures, 'index.html')}`);
process.exit(missed.length > 0 ? 1 : 0);

async function goThrough(someBrowser: Browser, { name, viewport, hand }: Window): Promise<void> {
  const context = await someBrowser.createBrowserContext();
  for (const permission of ['microphone', 'clipboard-read', 'clipboard-write']) {
    await context.setPermission('*', { permission: { name: permission }, state: 'granted' });
  }
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.setViewport(viewport);
  await page.goto(`${demo.url}studio/`);
  await page.waitForSelector('#step-title');
  const steps = walk({ page, hand: hand(page), filesUrl: `${files.origin}/` });
  for await (const step of steps) {
    await stands(page);
    const file = `${name}-${`${taken.length + 1}`.padStart(2, '0')}-${step}.png` as const;
    await page.screenshot({ path: `${pictures}/${file}` });
    taken.push(file);
    missed.push(...(await faultsOf(page)).map((fault) => `${file}: ${fault}`));
    console.log(file);
  }
  await context.close();
}

async function showInDocuments(): Promise<void> {
  for (const { name, shown, row } of windows) {
    const images = shown.flatMap((step) =>
      taken.filter((file) => file.startsWith(name) && file.endsWith(`-${step}.png`)),
    );
    const read = images.map((file) => readFile(join(pictures, file), 'base64'));
    const picture = await joinPictures(browser, await Promise.all(read), {
      ...row,
      background: 'silver',
    });
    await writeFile(join(inDocuments, `studio-${name}.png`), picture);
  }
}

/** Waits until nothing moves that comes to an end. */
async function stands(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      const root = document.querySelector('telnyx-ai-call')?.shadowRoot;
      const moving = (root?.getAnimations() ?? []).filter(
        ({ effect }) => effect?.getComputedTiming().endTime !== Infinity,
      );
      await Promise.allSettled(moving.map(({ finished }) => finished));
    });
  }
}

/** What must hold in each step. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const faults = scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide`] : [];
    const stage = document.querySelector('#stage')?.getBoundingClientRect();
    // The page that the code was pasted into has none.
    if (!stage) return faults;
    const isSeen = stage.top >= 0 && stage.bottom <= innerHeight && stage.height > 150;
    const middle = document.elementFromPoint(
      (stage.left + stage.right) / 2,
      (stage.top + stage.bottom) / 2,
    );
    if (!isSeen || !middle?.closest('#stage')) faults.push('the preview is out of sight');
    return faults;
  });
}

function pageOf(files: readonly string[]): string {
  const images = files.map((file) => `<figure><img src="${file}"><figcaption>${file}</figure>`);
  return `<!doctype html><meta charset="utf-8"><title>The studio, step by step</title>
<style>body { font: 14px system-ui } figure { display: inline-block } img { max-height: 480px }</style>
${images.join('\n')}\n`;
}
