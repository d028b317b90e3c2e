#!/usr/bin/env node
// Starts the server alone, behind a site's proxy.

import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { loadLogin } from './load-login.ts';
import { drainServer } from './http/drain-server.ts';
import { serveMetrics } from './http/serve-metrics.ts';
import { listen } from './http/listen.ts';
import { isEasyToGuess } from './session-secrets.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { connectionId, loginModule } = config;
  const hasLogin = connectionId !== undefined && loginModule !== undefined;
  const createLogin = hasLogin ? await loadLogin(loginModule) : undefined;
  const app = createApp(config, { createLogin });
  if (config.metricsPort !== undefined) await serveMetrics(app, config.host, config.metricsPort);
  const server = await listen(app, config);
  const drain = () => {
    // A second signal, whichever, ends the process at once.
    for (const signal of signals) process.removeListener(signal, drain);
    void drainServer(server, app, config).then(() => process.exit(0));
  };
  for (const signal of signals) process.on(signal, drain);
  if (config.sessionSecrets.some(isEasyToGuess)) {
    console.log('SESSION_SECRET is easy to guess. Production refuses it.');
  }
  const { address, port, family } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  console.log(
    `Listening on http://${host}:${port}, for the pages of ${config.siteOrigins.join(', ')}`,
  );
}

function fail(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`The server cannot start.\n${reason.replace(/^/gm, '  ')}`);
  process.exit(1);
}

await start().catch(fail);
