// Counts a page's requests, with the browser's own figures.

import type { CDPSession } from 'puppeteer-core';

export interface Traffic {
  /** Bytes of the responses' bodies as they came over the network. */
  readonly bytes: number;
  readonly requests: number;
  /** Hosts other than the page's own. */
  readonly foreignHosts: readonly string[];
}

/** Whether a path is the page itself or its probe. */
export function isOfBench(path: string): boolean {
  return /^\/(pages|built)\//.test(path);
}

/** @returns a function that gives the traffic so far. */
export async function watchTraffic(devtools: CDPSession): Promise<() => Traffic> {
  const asked = new Map<string, URL>();
  const sockets: URL[] = [];
  const headBytes = new Map<string, number>();
  const bodyBytes = new Map<string, number>();
  let home: string | undefined;

  devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    const url = new URL(request.url);
    if (!url.protocol.startsWith('http')) return;
    if (type === 'Document') home ??= url.host;
    if (!(url.host === home && isOfBench(url.pathname))) asked.set(requestId, url);
  });
  devtools.on('Network.webSocketCreated', ({ url }) => sockets.push(new URL(url)));
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    headBytes.set(requestId, response.encodedDataLength);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bodyBytes.set(requestId, encodedDataLength - (headBytes.get(requestId) ?? 0));
  });
  await devtools.send('Network.enable');

  return () => {
    const hosts = [...asked.values(), ...sockets].map(({ host }) => host);
    return {
      bytes: [...asked.keys()].reduce((sum, id) => sum + (bodyBytes.get(id) ?? 0), 0),
      requests: asked.size + sockets.length,
      foreignHosts: [...new Set(hosts.filter((host) => host !== home))],
    };
  };
}
