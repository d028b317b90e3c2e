#!/usr/bin/env node
// Starts the server alone, behind a site's proxy.

import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { loadLogin } from './load-login.ts';
import { drainServer } from './http/drain-server.ts';
import { serveMetrics } from './http/serve-metrics.ts';
import { listen } from './http/listen.ts';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { connectionId, loginModule } = config;
  const hasLogin = connectionId !== undefined && loginModule !== undefined;
  const createLogin = hasLogin ? await loadLogin(loginModule) : undefined;
  const app = createApp(config, { createLogin });
  const server = await listen(app, config);
  const { address, port, family } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  console.log(
    `Listening on http://${host}:${port}, for the pages of ${config.siteOrigins.join(', ')}`,
  );
  if (config.metricsPort !== undefined) await serveMetrics(app, config.host, config.metricsPort);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A second signal ends the process at once.
    process.once(signal, () => {
      void drainServer(server, app, config).then(() => process.exit(0));
    });
  }
}

function fail(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`The server cannot start.\n${reason.replace(/^/gm, '  ')}`);
  process.exit(1);
}

await start().catch(fail);
