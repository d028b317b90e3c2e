// `npm run gallery`: pictures of everything a visitor can get to see, light and dark, in both directions, in
// three window widths and enlarged, as one page: .cache/gallery/index.html. Named scenes limit it to those.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { galleryPage } from './gallery-page.ts';
import { allLooks, type Look } from './looks.ts';
import { scenes } from './scenes.ts';
import { Studio } from './studio.ts';

const folder = join(import.meta.dirname, '../../.cache/gallery');
/** In a wide window, only the corner with the widget is shown. */
const cornerPx = 460;

const wanted = process.argv.slice(2);
const chosen = scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const missed: string[] = [];

await mkdir(folder, { recursive: true });
const studio = await Studio.open();
for (const scene of chosen) {
  try {
    await studio.shoot(scene, allLooks, (page, look) => take(page, look, scene.name));
    console.log(scene.name);
  } catch (error) {
    missed.push(scene.name);
    console.error(`${scene.name}: ${String(error)}`);
  }
}
await studio.close();
await writeFile(join(folder, 'index.html'), galleryPage(chosen, allLooks));
console.log(`${chosen.length} scenes × ${allLooks.length} looks: ${join(folder, 'index.html')}`);
process.exit(missed.length > 0 ? 1 : 0);

async function take(page: Page, { name, viewport, dir }: Look, scene: string): Promise<void> {
  const width = Math.min(viewport.width, viewport.width > 640 ? cornerPx : Infinity);
  const x = dir === 'rtl' ? 0 : viewport.width - width;
  const clip = { x, y: 0, width, height: viewport.height };
  // With it, Chromium would move right-to-left pages aside.
  const captureBeyondViewport = false;
  const path = join(folder, `${scene}-${name}.png`) as `${string}.png`;
  await page.screenshot({ path, clip, captureBeyondViewport });
}
