// Streams an answer word by word, in the form that the site's server has: the events `conversation`, `delta`,
// `done` and `error`. It ends early where the script wants that.

import type { ChatScript } from '../../test/telnyx-api/chat-script.ts';

const wordPauseMs = 20;
const slowMs = 1500;
/** After so many words an answer stalls or breaks off, if it is to. */
const wordsBeforeBreak = 2;

/** @param remember is called before the last word is given: what a visitor has read is there after a reload. */
export function streamAnswer(
  script: ChatScript,
  conversationId: string,
  answer: string,
  signal: AbortSignal,
  remember: () => void,
): Response {
  const encoder = new TextEncoder();
  const parts = partsOf(script, conversationId, answer, remember);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      signal.addEventListener('abort', () => controller.error(signal.reason));
    },
    async pull(controller) {
      const { value, done } = await parts.next();
      if (signal.aborted) return;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

async function* partsOf(
  script: ChatScript,
  conversationId: string,
  answer: string,
  remember: () => void,
): AsyncGenerator<string, void> {
  yield eventOf('conversation', { conversation_id: conversationId });
  if (script === 'slow') await pause(slowMs);
  const words = answer.match(/\s*\S+/g) ?? [];
  for (const [index, text] of words.entries()) {
    if (index === wordsBeforeBreak) {
      // Nothing comes any more: the visitor stops the answer.
      if (script === 'stall') await new Promise(() => undefined);
      if (script === 'cut' || script === 'error') {
        yield eventOf('error', { message: 'The answer broke off' });
        return;
      }
    }
    if (index === words.length - 1) remember();
    yield eventOf('delta', { text });
    await pause(wordPauseMs);
  }
  yield eventOf('done', { text: answer });
}

function eventOf(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
