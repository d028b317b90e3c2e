// Serves the demo's pages, straight from source. It knows no gateway but the address of one.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'vite';
import { elementFacts } from './element-facts.ts';

export interface Pages {
  readonly url: string;
  close(): Promise<void>;
}

export interface PagesOptions {
  /** If it is taken, the next free one is used. */
  readonly port: number;
  /** The gateway that the pages call. Without one, those that name none call Telnyx. */
  readonly gatewayUrl?: string;
  /** Answers what the pages ask their site for. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

export async function startPages({ port, gatewayUrl, answer }: PagesOptions): Promise<Pages> {
  const server = await createServer({
    root: import.meta.dirname,
    // A missing page gets a 404, not the first page.
    appType: 'mpa',
    configFile: false,
    logLevel: 'warn',
    plugins: [
      elementFacts,
      {
        name: 'gateway-address',
        // The pages read it from a meta tag. A site could pass its own settings in the same way.
        transformIndexHtml: () =>
          gatewayUrl === undefined
            ? []
            : [{ tag: 'meta', attrs: { name: 'gateway-url', content: gatewayUrl } }],
      },
      {
        name: 'site-api',
        configureServer: ({ middlewares }) => {
          if (answer) middlewares.use(answer);
        },
      },
    ],
    server: { host: '127.0.0.1', port, fs: { allow: ['..'] } },
    optimizeDeps: { include: ['lit', '@telnyx/webrtc'] },
  });
  await server.listen();
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return { url, close: () => server.close() };
}
