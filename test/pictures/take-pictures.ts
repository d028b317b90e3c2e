// `npm run pictures`: what a visitor sees in each state, light and dark, on a desk and on a phone, from
// right to left and enlarged, into .cache/pictures/; and the README's picture from some of them. With names of scenes: only those.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { startDemo } from '../../demo/start-demo.ts';
import { browserFlags } from '../browser/browser-flags.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { looks, type Look, scenes } from './scenes.ts';

const folder = join(import.meta.dirname, '../../.cache/pictures');
const readmePicture = join(import.meta.dirname, '../../demo/pictures/states.png');
const shownInReadme = ['idle-light', 'conversation-light', 'ended-light', 'conversation-dark'];

await mkdir(folder, { recursive: true });
const demo = await startDemo({ port: 0 });
const browser = await puppeteer.launch({
  executablePath: await findBrowser(),
  args: browserFlags,
});
const wanted = process.argv.slice(2);
for (const look of looks) await takeAll(look);
if (wanted.length === 0) await joinForReadme();
await browser.close();
await demo.close();

async function takeAll(look: Look): Promise<void> {
  for (const { name, assistantId, attributes, microphone, show } of scenes) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const page = await openPage(browser, look);
    const query = new URLSearchParams({
      ...attributes,
      'assistant-id': assistantId,
      dir: look.dir,
    });
    await page.goto(`${demo.url}pictures/stage.html?${query.toString()}`);
    const permission = { name: 'microphone' };
    await page.browserContext().setPermission('*', { permission, state: microphone ?? 'granted' });
    await show(page);
    await page.screenshot({ path: `${folder}/${name}-${look.name}.png` });
    await page.browserContext().close();
  }
}

async function openPage(owner: Browser, look: Look): Promise<Page> {
  const context = await owner.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ ...look.viewport, deviceScaleFactor: look.scale });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme }]);
  return page;
}

/** Side by side, as a page of its own. */
async function joinForReadme(): Promise<void> {
  const images = await Promise.all(
    shownInReadme.map(async (name) => {
      const data = await readFile(`${folder}/${name}.png`, 'base64');
      return `<img style="width: 380px" src="data:image/png;base64,${data}">`;
    }),
  );
  const page = await browser.newPage();
  await page.setViewport({ width: 1576, height: 640, deviceScaleFactor: 1 });
  await page.setContent(`<body style="margin: 8px; display: flex; gap: 12px">${images.join('')}`);
  const picture = await page.screenshot({ fullPage: true });
  await writeFile(readmePicture, picture);
}
