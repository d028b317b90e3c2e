import type { CDPSession } from 'puppeteer-core';

/**
 * A headless browser has nobody to show its frames to: it leaves them unpresented, and then tells of no
 * paint after a click (Event Timing). It presents them for a screencast, even for one that asks for
 * next to no pictures.
 */
export async function showFrames(devtools: CDPSession): Promise<void> {
  await devtools.send('Page.startScreencast', {
    format: 'jpeg',
    quality: 1,
    maxWidth: 10,
    maxHeight: 10,
    everyNthFrame: 100_000,
  });
}
