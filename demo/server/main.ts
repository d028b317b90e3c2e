// Starts the server alone, behind a site: node --import tsx demo/server/main.ts

import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { drainServer } from './drain-server.ts';

function start(): void {
  const config = readConfig(process.env);
  const app = createApp(config);
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

try {
  start();
} catch (error) {
  fail(error);
}
