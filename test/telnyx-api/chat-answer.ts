// Sends an assistant's answer in the form that the script wants. Telnyx's package documents the events `delta`,
// `done` and `error`. That their data has `content` is a guess, after the answer that does not stream. It is
// not known how the real API cuts words, ends, or reports an error in the middle.
import { setTimeout } from 'node:timers/promises';
import type { Response } from 'express';
import type { ChatScript } from './chat-script.ts';
import { upstreamMark } from './refusals.ts';

const wordPauseMs = 20;
const slowMs = 1500;
const page = `<!doctype html><title>${upstreamMark}</title><h1>Bad gateway</h1>`;

export interface AnswerPort {
  /** Resolves when the test lets the answer go on. */
  hold(): Promise<void>;
  /** Stores the whole answer, before its last words are sent. */
  remember(): void;
}

/** @returns whether the answer was sent to its end. */
export async function sendAnswer(
  response: Response,
  script: ChatScript,
  text: string,
  port: AnswerPort,
): Promise<boolean> {
  if (script === 'html') {
    response.type('html').send(page);
    return false;
  }
  if (script === 'json') {
    port.remember();
    response.send({ content: text });
    return true;
  }
  if (script === 'silent') await port.hold();
  response.type(script === 'raw' ? 'text/plain' : 'text/event-stream');
  response.flushHeaders();
  if (script === 'slow') await setTimeout(slowMs);

  const words = text.match(/\s*\S+/g) ?? [];
  for (const [index, word] of words.entries()) {
    if (response.destroyed) return false;
    response.write(formed(script, word));
    const isTime = index === Math.min(1, words.length - 1);
    if (isTime && script === 'stall') await port.hold();
    if (isTime && breakOff(response, script)) return false;
    await setTimeout(wordPauseMs);
  }
  if (response.destroyed) return false;
  port.remember();
  response.end(lastOf(script, text));
  return true;
}

/** @returns false if the script does not break off. */
function breakOff(response: Response, script: ChatScript): boolean {
  switch (script) {
    case 'cut':
      // Waits until everything written before has been sent.
      setImmediate(() => response.destroy());
      return true;
    case 'ends':
      response.end();
      return true;
    case 'error':
      response.end(named('error', { error: `Something broke (${upstreamMark})` }));
      return true;
    default:
      return false;
  }
}

function formed(script: ChatScript, word: string): string {
  switch (script) {
    case 'raw':
      return word;
    case 'words':
      // The format ignores one space after the colon, so this space is not part of the word.
      return `data: ${word}\n\n`;
    case 'unnamed':
      return `data: ${JSON.stringify({ text: word })}\r\n\r\n`;
    case 'openai':
      return `data: ${JSON.stringify({ choices: [{ delta: { content: word } }] })}\n\n`;
    default:
      return named('delta', { content: word });
  }
}

function lastOf(script: ChatScript, text: string): string {
  if (script === 'openai' || script === 'words') return 'data: [DONE]\n\n';
  if (script === 'raw' || script === 'unnamed') return '';
  return named('done', { content: text, whatsapp_template: null });
}

function named(event: string, data: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
