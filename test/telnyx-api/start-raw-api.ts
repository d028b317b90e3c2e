// Stands in for a REST API that does what Telnyx's should not: each test writes its answer by hand.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type RawAnswer = (request: IncomingMessage, response: ServerResponse) => void;

export interface RawApi {
  /** The `baseURL` for the package. */
  readonly url: string;
  /** Set by each test. */
  answer: RawAnswer;
  close(): Promise<void>;
}

export async function startRawApi(): Promise<RawApi> {
  const server = createServer((request, response) => {
    request.resume();
    api.answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const api: RawApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    answer: (_request, response) => response.end(),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return api;
}

/** Writes the chunk again and again, for as long as somebody reads. */
export function writeForEver(response: ServerResponse, chunk: string): { bytes(): number } {
  let bytes = 0;
  const write = () => {
    while (!response.destroyed && bytes < 300_000_000) {
      bytes += chunk.length;
      if (!response.write(chunk)) return void response.once('drain', write);
    }
  };
  write();
  return { bytes: () => bytes };
}
