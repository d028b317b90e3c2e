// Watches a request to one of the site's endpoints, without changing what comes back.

import { createParser } from 'eventsource-parser';
import type { ReplyNote } from '../site-notes.ts';
import { fieldNames } from './field-names.ts';
import { toProtocolName } from './protocol-name.ts';

const mostEventNames = 20;
const policyWaitMs = 100;

type Draft = { -readonly [Key in keyof ReplyNote]: ReplyNote[Key] };

export interface Watched<Result> {
  /** `null`: it was rejected. */
  readonly result: Result | null;
  readonly reply: ReplyNote;
}

export class WatchedRequests {
  readonly #nowMs: () => number;
  readonly #original: typeof fetch;
  /** The request that is about to be sent. */
  #draft: Draft | null = null;
  readonly #blockedOrigins = new Set<string>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
    const original = (this.#original = window.fetch.bind(window));
    window.fetch = (input, init) => {
      const draft = this.#draft;
      this.#draft = null;
      return draft ? this.#send(draft, input, init) : original(input, init);
    };
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective !== 'connect-src') return;
      if (URL.canParse(blockedURI)) this.#blockedOrigins.add(new URL(blockedURI).origin);
    });
  }

  /** @param ask sends one request to this address before it first waits. */
  async watch<Result>(
    url: string,
    method: ReplyNote['method'],
    ask: () => Promise<Result>,
  ): Promise<Watched<Result>> {
    const draft = (this.#draft = this.#begin(method));
    let result: Result | null = null;
    try {
      result = await ask();
    } catch {
      // The reply, or that there was none, tells why.
    }
    this.#draft = null;
    if (draft.failure === 'unreachable') draft.failure = await this.#whyUnreachable(url);
    return { result, reply: { ...draft, events: { ...draft.events } } };
  }

  #begin(method: ReplyNote['method']): Draft {
    return {
      method,
      beganAtMs: this.#nowMs(),
      repliedAtMs: null,
      status: null,
      mediaType: null,
      isRedirected: false,
      failure: null,
      fields: [],
      events: {},
    };
  }

  async #send(draft: Draft, ...request: Parameters<typeof fetch>): Promise<Response> {
    const [, init] = request;
    let response: Response;
    try {
      response = await this.#original(...request);
    } catch (thrown) {
      draft.failure = init?.signal?.aborted ? 'timed-out' : 'unreachable';
      throw thrown;
    }
    draft.repliedAtMs = this.#nowMs();
    draft.status = response.status;
    draft.isRedirected = response.redirected;
    draft.mediaType = mediaTypeOf(response.headers.get('content-type'));
    if (draft.mediaType === 'text/event-stream') return watchStream(response, draft);
    if (draft.mediaType === 'application/json') draft.fields = await fieldsOf(response);
    return response;
  }

  /** A page is not told why a request failed. A second one tells whether there is a server at all. */
  async #whyUnreachable(url: string): Promise<ReplyNote['failure']> {
    const { origin } = new URL(url, document.baseURI);
    const isThere = await this.#original(url, { mode: 'no-cors', cache: 'no-store' }).then(
      () => true,
      () => false,
    );
    // The browser tells of its policy a moment later.
    await new Promise((resolve) => setTimeout(resolve, policyWaitMs));
    if (this.#blockedOrigins.has(origin)) return 'blocked';
    return isThere && origin !== location.origin ? 'other-origin' : 'unreachable';
  }
}

function mediaTypeOf(header: string | null): string | null {
  return /^\s*([\w.+-]{1,40}\/[\w.+-]{1,40})/.exec(header ?? '')?.[1]?.toLowerCase() ?? null;
}

async function fieldsOf(response: Response): Promise<readonly string[]> {
  try {
    return fieldNames(await response.clone().json());
  } catch {
    return [];
  }
}

/** Counts the events by their names, and hands on all that comes. */
function watchStream(response: Response, draft: Draft): Response {
  const counts = new Map<string, number>();
  const parser = createParser({
    onEvent: ({ event = 'message' }) => {
      const name = toProtocolName(event);
      if (counts.size < mostEventNames || counts.has(name)) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      draft.events = Object.fromEntries(counts);
    },
  });
  const decoder = new TextDecoder();
  const watching = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (bytes, controller) => {
      parser.feed(decoder.decode(bytes, { stream: true }));
      controller.enqueue(bytes);
    },
  });
  return new Response(response.body?.pipeThrough(watching) ?? null, response);
}
