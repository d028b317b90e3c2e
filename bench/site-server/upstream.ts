// Stands in for Telnyx as fast as it can: whatever is measured is the site's server.

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLoginToken } from '../../test/telnyx-api/login-token.ts';

export interface Upstream {
  readonly url: string;
  /** Answers hold after their first word until this is called. */
  release(): void;
  close(): Promise<void>;
}

export const holdingAssistant = 'assistant-holds';
export const fastAssistant = 'assistant-fast';
/** How many words an answer of the fast assistant has. */
export const words = 2000;

const word = 'event: delta\ndata: {"content":"word "}\n\n';
const end = 'event: done\ndata: {"content":"word"}\n\n';

export async function startUpstream(): Promise<Upstream> {
  const held = new Set<ServerResponse>();
  let made = 0;
  const server = createServer((request, response) => {
    request.resume();
    const path = request.url ?? '';
    made += 1;
    if (path.includes('/chat')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      if (!path.includes(holdingAssistant)) return void response.end(word.repeat(words) + end);
      response.write(word);
      held.add(response);
      response.once('close', () => held.delete(response));
    } else if (path.endsWith('/token')) {
      response.setHeader('content-type', 'text/plain');
      response.end(createLoginToken('credential', 3600));
    } else {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { id: `made-${made}` } }));
    }
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    release: () => {
      for (const response of held) response.end(end);
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
