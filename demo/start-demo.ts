// The demo pages and, beside them, the local gateway that answers their calls.

import { createServer, type Connect } from 'vite';
import { startGateway } from '../test/gateway/start-gateway.ts';

export interface Demo {
  readonly url: string;
  readonly gatewayUrl: string;
  /** Of the gateway's control API. */
  readonly controlUrl: string;
  close(): Promise<void>;
}

/**
 * @param port where the pages are served; the next free one if it is taken.
 * @param serveApi answers what the pages ask of the site's server, under /api.
 */
export async function startDemo(
  port: number,
  serveApi: Connect.NextHandleFunction = (_request, _response, next) => next(),
): Promise<Demo> {
  const gateway = await startGateway();
  const server = await createServer({
    root: import.meta.dirname,
    // A page that is not there is not answered with the first one.
    appType: 'mpa',
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'gateway-address',
        // The pages read it as a meta tag, the way a site would put its own settings into a page.
        transformIndexHtml: () => [
          { tag: 'meta', attrs: { name: 'gateway-url', content: gateway.url } },
        ],
      },
      {
        name: 'site-api',
        configureServer: ({ middlewares }) => {
          middlewares.use((request, response, next) => {
            if (request.url?.startsWith('/api/')) serveApi(request, response, next);
            else next();
          });
        },
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
    controlUrl: gateway.controlUrl,
    close: async () => {
      await server.close();
      await gateway.close();
    },
  };
}
