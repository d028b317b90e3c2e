// A site's endpoint for `chat-url` that the test answers word by word.

import { replace } from './replace.ts';
import { until } from './until.ts';

export const scriptedChatUrl = '/scripted-chat';

/** One message that was sent to the site, and its answer. */
export interface ScriptedAnswer {
  readonly message: { readonly conversation_id: string | null; readonly text: string };
  /** Answers with something that is no stream. */
  reply(response: Response): void;
  /** Sends events. Those of one call come in one chunk. */
  send(...events: readonly (readonly [name: string, data: object])[]): void;
  sendBytes(bytes: Uint8Array): void;
  /** Names the conversation, sends the whole answer and ends it. */
  say(text: string, conversationId?: string): void;
  end(): void;
}

export class ScriptedChat {
  readonly asked: ScriptedAnswer[] = [];
  /** Functions that answer the requests for earlier messages. */
  readonly histories: ((response: Response) => void)[] = [];
  /** The query of each such request. */
  readonly historyQueries: URLSearchParams[] = [];
  readonly restore: () => void;

  constructor() {
    const { fetch } = window;
    this.restore = replace(window, 'fetch', (input, options) => {
      const address = input instanceof Request ? input.url : input;
      const { pathname, searchParams } = new URL(address, document.baseURI);
      if (pathname !== scriptedChatUrl) return fetch(input, options);
      if (options?.method !== 'POST') {
        this.historyQueries.push(searchParams);
        return new Promise((resolve) => this.histories.push(resolve));
      }
      return this.#ask(options);
    });
  }

  /** The message with this number and its answer, as soon as it was sent. */
  async answer(number = 0): Promise<ScriptedAnswer> {
    await until(() => this.asked.length > number);
    const answer = this.asked[number];
    if (!answer) throw new Error('Nothing was asked.');
    return answer;
  }

  #ask({ body, signal }: RequestInit): Promise<Response> {
    const encoder = new TextEncoder();
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const stream = new ReadableStream<Uint8Array>({ start: (own) => void (controller = own) });
    let resolve: (response: Response) => void = () => {};
    let reject: (reason: Error) => void = () => {};
    const promise = new Promise<Response>((...settle) => ([resolve, reject] = settle));
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error);
      controller?.error(signal.reason);
      isOver = true;
    });
    let isReplied = false;
    let isOver = false;
    const reply = (response: Response) => {
      isReplied = true;
      resolve(response);
    };
    const sendBytes = (bytes: Uint8Array) => {
      const headers = { 'content-type': 'text/event-stream; charset=utf-8' };
      if (!isReplied) reply(new Response(stream, { headers }));
      if (!isOver) controller?.enqueue(bytes);
    };
    const send: ScriptedAnswer['send'] = (...events) => {
      const lines = events.map(
        ([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`,
      );
      sendBytes(encoder.encode(lines.join('')));
    };
    this.asked.push({
      message: JSON.parse(body as string) as ScriptedAnswer['message'],
      reply,
      send,
      sendBytes,
      say: (text, conversationId = 'conv-scripted') =>
        send(
          ['conversation', { conversation_id: conversationId }],
          ['delta', { text }],
          ['done', { text }],
        ),
      end: () => controller?.close(),
    });
    return promise;
  }
}
