// Puts pictures side by side, as one.

import type { Browser } from 'puppeteer-core';

const marginPx = 8;
const gapPx = 12;

interface Row {
  /** Of each picture. */
  readonly widthPx: number;
  readonly columns: number;
  readonly background?: string;
}

/** @param images PNG files in base64. */
export async function joinPictures(
  browser: Browser,
  images: readonly string[],
  { widthPx, columns, background = 'none' }: Row,
): Promise<Uint8Array> {
  const page = await browser.newPage();
  const width = 2 * marginPx + columns * widthPx + (columns - 1) * gapPx;
  await page.setViewport({ width, height: 100, deviceScaleFactor: 1 });
  const tags = images.map((data) => `<img width="${widthPx}" src="data:image/png;base64,${data}">`);
  await page.setContent(
    `<body style="margin: ${marginPx}px; display: flex; flex-wrap: wrap; align-items: start; gap: ${gapPx}px; background: ${background}">${tags.join('')}`,
  );
  const picture = await page.screenshot({ fullPage: true });
  await page.close();
  return picture;
}
