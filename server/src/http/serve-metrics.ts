import { createServer, type Server } from 'node:http';
import type { App } from '../app.ts';
import { takePort } from './listen.ts';

/** Serves /metrics on a port of its own, which a proxy does not show to visitors. */
export async function serveMetrics(app: App, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    app.metrics.read().then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await takePort(server, host, port, 'METRICS_PORT');
  // It keeps the process from ending no longer than visitors do.
  return server.unref();
}
