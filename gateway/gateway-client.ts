// Lets tests use the control API, in Node or in a page. It must need nothing but fetch.
import type { CallReportRecord, ConversationRecord, SessionRecord } from './records.ts';

export interface WaitFor {
  /** The full assistant id, tag included. */
  readonly assistant?: string;
  readonly session?: string;
  /** How many such frames or calls there must be. Default: 1. */
  readonly count?: number;
  /** With `quiet`: for how many milliseconds nothing may be heard. Default: 300. */
  readonly quietMs?: number;
  readonly timeoutMs?: number;
}

export class GatewayClient {
  readonly #url: string;

  constructor(controlUrl: string) {
    this.#url = controlUrl;
  }

  sessions(assistant?: string): Promise<SessionRecord[]> {
    return this.#get('sessions', { assistant });
  }

  /**
   * Resolves with the newest session that fulfils the condition, at once if one does already.
   * `wanted` is call-active, call-ended, call-attached, socket-closed, socket-refused, heard, quiet, the
   * name of a received method or message type, or "sent:" with the name of a sent one.
   */
  waitFor(wanted: string, options: WaitFor = {}): Promise<SessionRecord> {
    return this.#get('wait', { for: wanted, ...options });
  }

  bye(sessionId: string, bye: { cause?: string; causeCode?: number } = {}): Promise<void> {
    return this.#act(sessionId, 'bye', bye);
  }

  /** Cuts the socket. */
  drop(sessionId: string): Promise<void> {
    return this.#act(sessionId, 'drop', {});
  }

  /** From now on the gateway answers nothing on this socket. */
  silence(sessionId: string): Promise<void> {
    return this.#act(sessionId, 'silence', {});
  }

  /** From now on the gateway sends no media and takes none. */
  loseMedia(sessionId: string): Promise<void> {
    return this.#act(sessionId, 'lose-media', {});
  }

  say(sessionId: string, what: { line?: string; text?: string }): Promise<void> {
    return this.#act(sessionId, 'say', what);
  }

  /** Sends an `ai_conversation` frame with these params. */
  send(sessionId: string, params: object): Promise<void> {
    return this.#act(sessionId, 'send', params);
  }

  /** Sends many such frames at once, in this order. */
  sendAll(sessionId: string, messages: readonly object[]): Promise<void> {
    return this.#act(sessionId, 'send-all', { messages });
  }

  /** Sends any frame. */
  raw(sessionId: string, frame: object): Promise<void> {
    return this.#act(sessionId, 'raw', frame);
  }

  createConversation(id?: string): Promise<ConversationRecord> {
    return this.#fetch('POST', 'conversations', { id }) as Promise<ConversationRecord>;
  }

  conversation(id: string): Promise<ConversationRecord> {
    return this.#get(`conversations/${id}`, {});
  }

  async forgetConversation(id: string): Promise<void> {
    await this.#fetch('DELETE', `conversations/${id}`);
  }

  reports(): Promise<CallReportRecord[]> {
    return this.#get('reports', {});
  }

  async #act(sessionId: string, action: string, body: object): Promise<void> {
    await this.#fetch('POST', `sessions/${sessionId}/${action}`, body);
  }

  #get<Reply>(path: string, query: Readonly<Record<string, unknown>>): Promise<Reply> {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
    return this.#fetch('GET', `${path}?${search.toString()}`) as Promise<Reply>;
  }

  async #fetch(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#url}/control/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (response.ok) return response.status === 204 ? undefined : response.json();
    throw new Error(`The gateway answered ${response.status} to ${path}: ${await response.text()}`);
  }
}
