// Makes a page one on a phone of the middle class with a slow line, as Lighthouse imagines it:
// https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md

import type { CDPSession, Page } from 'puppeteer-core';

const cpuTimesSlower = 4;
const downBytesPerS = 1_600_000 / 8;
const upBytesPerS = 750_000 / 8;
/** Of CSS pixels. The machine draws without a graphics card: more pixels would measure the machine. */
const screen = { width: 390, height: 844, deviceScaleFactor: 1, isMobile: true, hasTouch: true };

export async function becomePhone(page: Page, devtools: CDPSession, rttMs: number): Promise<void> {
  await page.setViewport(screen);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuTimesSlower });
  await devtools.send('Network.enable');
  // The whole round trip for HTTP and for the WebSocket's handshake. Media have twice as much, and only
  // the first sound waits for them.
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: rttMs,
    downloadThroughput: downBytesPerS,
    uploadThroughput: upBytesPerS,
  });
}
