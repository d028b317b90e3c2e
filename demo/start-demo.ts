// The whole demo: its pages, the site's server beside them, and the local gateway that answers their calls.

import { createRequire } from 'node:module';
import { createServer } from 'vite';
import { startGateway } from '../gateway/start-gateway.ts';
import { elementFacts } from './element-facts.ts';
import type { SiteServer, SiteServerOptions } from './start-site-server.ts';

export interface Demo {
  readonly url: string;
  readonly gatewayUrl: string;
  /** Of the gateway's control API. */
  readonly controlUrl: string;
  close(): Promise<void>;
}

export interface DemoOptions {
  /** Where the pages are served; the next free one if it is taken. */
  readonly port: number;
  /** Of the gateway, so that pages that name its address outlive it; the next free one if it is taken. */
  readonly gatewayPort?: number;
  /** Of the tokens with which users of the site log in: short, so that the next one can be seen to come. */
  readonly tokenLifeSeconds?: number;
}

export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { port, gatewayPort = 0, tokenLifeSeconds = 150 } = options;
  const gateway = await startGateway({ port: gatewayPort });
  let site: SiteServer | null = null;
  const pages = await createServer({
    root: import.meta.dirname,
    // A page that is not there is not answered with the first one.
    appType: 'mpa',
    configFile: false,
    logLevel: 'warn',
    plugins: [
      elementFacts,
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
            if (site && request.url?.startsWith('/api/')) site.answer(request, response);
            else next();
          });
        },
      },
    ],
    server: { host: '127.0.0.1', port, fs: { allow: ['..'] } },
    optimizeDeps: { include: ['lit', '@telnyx/webrtc'] },
  });
  await pages.listen();
  const [url = ''] = pages.resolvedUrls?.local ?? [];
  // Only now it is settled where the pages come from, which the site's server wants to know.
  site = await tryToStart({ origin: new URL(url).origin, gateway, tokenLifeSeconds });
  return {
    url,
    gatewayUrl: gateway.url,
    controlUrl: gateway.controlUrl,
    close: async () => {
      await pages.close();
      await site?.close();
      await gateway.close();
    },
  };
}

/** Where there is no binary of its database, all other pages work without the site's server. */
async function tryToStart(options: SiteServerOptions): Promise<SiteServer | null> {
  try {
    // Looked for first: Node 20 ends when what is imported throws, whether that is caught or not.
    createRequire(import.meta.url)('libsql');
    const { startSiteServer } = await import('./start-site-server.ts');
    return await startSiteServer(options);
  } catch (error) {
    const [reason] = String(error).split('\n');
    console.error(
      `Neither logging in nor typing without a call will work: the site’s server does not start. ${reason}`,
    );
    return null;
  }
}
