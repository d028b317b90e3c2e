// The demo pages and, beside them, the local gateway that answers their calls.

import { createServer } from 'vite';
import { startGateway } from '../test/gateway/start-gateway.ts';

export interface Demo {
  readonly url: string;
  readonly gatewayUrl: string;
  close(): Promise<void>;
}

/** @param port where the pages are served; the next free one if it is taken. */
export async function startDemo(port: number): Promise<Demo> {
  const gateway = await startGateway();
  const server = await createServer({
    root: import.meta.dirname,
    // A page that is not there is not answered with the first one.
    appType: 'mpa',
    configFile: false,
    logLevel: 'warn',
    // The pages read it as a meta tag, the way a site would put its own settings into a page.
    plugins: [
      {
        name: 'gateway-address',
        transformIndexHtml: () => [
          { tag: 'meta', attrs: { name: 'gateway-url', content: gateway.url } },
        ],
      },
    ],
    server: { host: '127.0.0.1', port, fs: { allow: ['..'] } },
    optimizeDeps: { include: ['lit', '@telnyx/webrtc'] },
  });
  await server.listen();
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return {
    url,
    gatewayUrl: gateway.url,
    close: async () => {
      await server.close();
      await gateway.close();
    },
  };
}
