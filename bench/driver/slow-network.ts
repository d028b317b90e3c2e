import type { CDPSession } from 'puppeteer-core';

/** Every HTTP response takes this much longer. Signaling has its own delay, at the gateway. */
export async function slowNetwork(devtools: CDPSession, latencyMs: number): Promise<void> {
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}
