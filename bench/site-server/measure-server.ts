// Measures one server with its stores: tokens, words, open streams, and how long others wait meanwhile.

import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { freePort } from '../../test/server/free-port.ts';
import { startProgram } from '../../test/server/program.ts';
import { makeFolder } from '../../test/server/site.ts';
import { settingsFor } from './settings.ts';
import { fastAssistant, holdingAssistant, startUpstream, words } from './upstream.ts';
import { ask, open, repeat } from './visitor.ts';

export interface Measured {
  readonly 'login tokens/s': number;
  readonly 'words/s': number;
  readonly 'open streams': number;
  readonly 'kB a stream': number;
  readonly 'p99 before, ms': number;
  readonly 'p99 meanwhile, ms': number;
}

const streams = 1000;
const forMs = 3000;
const warmUpMs = 1000;
const atATime = 16;

export async function measureServer(stores: Readonly<Record<string, string>>): Promise<Measured> {
  const [upstream, folder, port] = await Promise.all([startUpstream(), makeFolder(), freePort()]);
  const program = await startProgram({
    ...settingsFor(upstream.url, folder.path, port),
    ...stores,
  });
  const readMemory = async () => {
    const { body } = await ask({ url: `http://127.0.0.1:${port}/metrics` });
    return Number(/^process_resident_memory_bytes (\d+)/m.exec(body)?.[1]);
  };
  const url = (path: string) => program.url + path;
  const { cookies } = await ask({ url: url('/api/session'), body: { user: 'ada' } });
  const token = async () => {
    const { status } = await ask({ url: url('/api/telnyx-token'), cookies });
    if (status !== 200) throw new Error(`A token was refused with ${status}`);
  };
  const type = (assistant: string, address: string) =>
    open({
      url: url('/api/telnyx-chat'),
      body: { assistant_id: assistant, conversation_id: null, text: 'Hello' },
      address,
    });

  try {
    await repeat(atATime, warmUpMs, token);
    // The streams come first: a process that has been busy has memory to spare, and they would seem to need none.
    const before = await repeat(2, forMs, token);
    const memoryBefore = await readMemory();
    for (let opened = 0; opened < streams; opened += 50) {
      await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const answer = await type(holdingAssistant, addressOf(opened + index));
          if (answer.statusCode !== 200) throw new Error(`Refused with ${answer.statusCode}`);
          await firstWordOf(answer);
        }),
      );
    }
    const memory = await readMemory();
    const meanwhile = await repeat(2, forMs, token);
    const { body } = await ask({ url: `http://127.0.0.1:${port}/metrics` });
    upstream.release();

    const tokens = await repeat(atATime, forMs, token);
    let visitor = 0;
    const answers = await repeat(4, forMs, async () => {
      visitor += 1;
      const answer = await type(fastAssistant, addressOf(visitor));
      answer.resume();
      await once(answer, 'end');
    });
    return {
      'login tokens/s': Math.round((tokens.length * 1000) / forMs),
      'words/s': Math.round((answers.length * words * 1000) / forMs),
      'open streams': Number(/^telnyx_ai_call_streams (\d+)/m.exec(body)?.[1]),
      'kB a stream': Math.round((memory - memoryBefore) / streams / 100) / 10,
      'p99 before, ms': p99(before),
      'p99 meanwhile, ms': p99(meanwhile),
    };
  } finally {
    program.child.kill('SIGKILL');
    await Promise.all([upstream.close(), folder.remove()]);
  }
}

/** The answer is read on. At the end it is cut off with the server. */
function firstWordOf(answer: IncomingMessage): Promise<void> {
  answer.on('error', () => {});
  return new Promise((resolve) => {
    answer.on('data', (data: Buffer) => {
      if (data.includes('event: delta')) resolve();
    });
  });
}

/** Each visitor is in a network of its own. */
function addressOf(visitor: number): string {
  return `10.${Math.floor(visitor / 250)}.${visitor % 250}.1`;
}

function p99(tookMs: readonly number[]): number {
  const sorted = [...tookMs].sort((one, other) => one - other);
  const found = sorted[Math.floor(sorted.length * 0.99)] ?? NaN;
  return Math.round(found * 10) / 10;
}
