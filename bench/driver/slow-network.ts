import type { CDPSession } from 'puppeteer-core';
import type { PageServer } from '../server/serve-pages.ts';

/**
 * A round trip for HTTP and for media; the frames on a WebSocket have theirs at the gateway. Chromium delays
 * media on the way out and again on the way in (services/network/throttling): it is given half. Of a response
 * it holds the head back until that half has passed since the request, so our server takes the whole.
 */
export async function slowNetwork(
  devtools: CDPSession,
  server: PageServer,
  rttMs: number,
): Promise<void> {
  server.delayMs = rttMs;
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: rttMs / 2,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}
