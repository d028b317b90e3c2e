import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { refuseBrokenRequest } from './refuse-broken-request.ts';

/** No request is so long that it takes longer to come. */
const requestMs = 30_000;
/** More than nginx lets through. */
const longestHeadBytes = 50_000;

/** @throws if the address is not to be had. */
export async function listen(
  app: App,
  { host, port, keepAliveSeconds }: Pick<Config, 'host' | 'port' | 'keepAliveSeconds'>,
): Promise<Server> {
  const server = createServer({ maxHeaderSize: longestHeadBytes }, app.handler);
  server.on('clientError', refuseBrokenRequest);
  // If we closed an idle connection first, a proxy could just be sending a request on it.
  server.keepAliveTimeout = keepAliveSeconds * 1000;
  // An idle connection counts for neither.
  server.headersTimeout = requestMs;
  server.requestTimeout = requestMs;
  await takePort(server, host, port, 'PORT');
  return server;
}

/**
 * @param name the variable that the port comes from.
 * @throws if the address is not to be had.
 */
export async function takePort(
  server: Server,
  host: string,
  port: number,
  name: string,
): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw describe(error, host, port, name);
  }
}

function describe(error: unknown, host: string, port: number, name: string): unknown {
  const code: unknown = Reflect.get(Object(error), 'code');
  if (code === 'EADDRINUSE') return new Error(`${name} ${port} is taken.`);
  if (code === 'EADDRNOTAVAIL') return new Error(`HOST ${host} is no address of this machine.`);
  return error;
}
