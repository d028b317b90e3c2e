import type { CDPSession } from 'puppeteer-core';
import type { PageServer } from '../server/serve-pages.ts';

/**
 * A round trip for HTTP, for the WebSocket's handshake and for media; the frames on a WebSocket have theirs
 * at the gateway. Chromium delays a request once, but media on the way out and again on the way in
 * (services/network/throttling): it is given half, and our server adds the other half.
 */
export async function slowNetwork(
  devtools: CDPSession,
  server: PageServer,
  rttMs: number,
): Promise<void> {
  server.delayMs = rttMs / 2;
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: rttMs / 2,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}
