#!/usr/bin/env node
// Starts the server alone, behind a site's proxy.

import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { loadLogin } from './load-login.ts';
import { drainServer } from './http/drain-server.ts';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { connectionId, loginModule } = config;
  const hasLogin = connectionId !== undefined && loginModule !== undefined;
  const createLogin = hasLogin ? await loadLogin(loginModule) : undefined;
  const app = createApp(config, { createLogin });
  const server = app.handler.listen(config.port, '127.0.0.1', (error) => {
    if (error) return fail(isTaken(error) ? new Error(`PORT ${config.port} is taken.`) : error);
    const { port } = server.address() as AddressInfo;
    console.log(`Listening on http://127.0.0.1:${port}, for the pages of ${config.siteOrigin}`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A second signal ends the process at once.
    process.once(signal, () => {
      void drainServer(server, app, config.drainSeconds).then(() => process.exit(0));
    });
  }
}

function isTaken(error: Error): boolean {
  return 'code' in error && error.code === 'EADDRINUSE';
}

function fail(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`The server cannot start.\n${reason.replace(/^/gm, '  ')}`);
  process.exit(1);
}

await start().catch(fail);
