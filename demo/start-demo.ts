// Starts the whole demo: its pages, the site's server, and the local gateway that answers the calls.

import { createRequire } from 'node:module';
import { startGateway } from '../gateway/node/start-gateway.ts';
import { type Pages, type PagesOptions, startPages } from './start-pages.ts';
import type { SiteServer, SiteServerOptions } from './start-site-server.ts';

export interface Demo {
  readonly url: string;
  readonly gatewayUrl: string;
  /** The URL of the gateway's control API. */
  readonly controlUrl: string;
  close(): Promise<void>;
}

export interface DemoOptions {
  /** The port of the pages. If it is taken, the next free one is used. */
  readonly port: number;
  /**
   * The gateway's port. If it is taken, the next free one is used. With a fixed port, pages that name the
   * gateway's address still work after a restart.
   */
  readonly gatewayPort?: number;
  /** How long the tokens of the site's users live. A short life lets you see the next token come. */
  readonly tokenLifeSeconds?: number;
  /** Who serves the pages, if not from source. */
  readonly servePages?: (options: PagesOptions) => Promise<Pages>;
}

export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { port, gatewayPort = 0, tokenLifeSeconds = 150, servePages = startPages } = options;
  const gateway = await startGateway({ port: gatewayPort });
  let site: SiteServer | null = null;
  const pages = await servePages({
    port,
    gatewayUrl: gateway.url,
    answer: (request, response, next) => {
      if (site && request.url?.startsWith('/api/')) site.answer(request, response);
      else next();
    },
  });
  const { url } = pages;
  // The site's server needs the pages' address, which is known only now.
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

/**
 * Starts the site's server. It may fail because its database has no binary for this machine; all other
 * pages work without it.
 */
async function tryToStart(options: SiteServerOptions): Promise<SiteServer | null> {
  try {
    // Looks for the package first: Node 20 exits when an import throws, even if the error is caught.
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
