// The calls of Telnyx's REST API that the endpoints need, made with the official package. Every answer is
// checked before it is used.

import Telnyx from 'telnyx';
import type { Config } from '../config.ts';
import { requestContext } from '../http/request-context.ts';
import type { Metrics } from '../metrics.ts';
import { limitBody } from '../http/limit-body.ts';
import { isId } from './ids.ts';

export interface CallOfAssistant {
  readonly callControlId: string;
  /** `undefined` if the page does not say. */
  readonly assistantId: string | undefined;
}

/** A typed message in a conversation that exists. */
export interface TypedMessage {
  readonly assistantId: string;
  readonly conversationId: string;
  readonly text: string;
}

export interface FoundConversation {
  readonly id: string;
  /** When it began or last had a message, in milliseconds since the epoch. 0 if Telnyx does not say. */
  readonly lastUsedAt: number;
}

export interface MessagePage {
  readonly messages: readonly unknown[];
  /** How many pages there are. */
  readonly pages: number;
}

const timeoutMs = 10_000;
/** Shorter than the time in which the server ends: a credential that is being made is then finished. */
const credentialTimeoutMs = 5000;
/** An answer may take as long as the assistant thinks. Whoever asks for it decides when to give up. */
const longestMs = 600_000;
/** The user may have had others long ago. */
const latelyMs = 600_000;
/** No answer is longer, whatever was asked for. */
const mostBytes = 8_000_000;
/** What an error says goes to the log, which shows the beginning. */
const mostErrorBytes = 100_000;
const pageSize = 100;
const longestToken = 10_000;

export class TelnyxAccount {
  readonly #telnyx: Telnyx;
  readonly #connectionId: string | undefined;

  constructor({ apiKey, connectionId, telnyxUrl }: Config, metrics: Pick<Metrics, 'timed'>) {
    this.#connectionId = connectionId;
    this.#telnyx = new Telnyx({
      apiKey,
      baseURL: telnyxUrl,
      timeout: timeoutMs,
      // A second attempt could make a second credential. After a 429 the package would also keep our
      // visitor waiting for as long as Telnyx says.
      maxRetries: 0,
      fetch: async (url, init) => {
        const headers = new Headers(init?.headers);
        const { trace } = requestContext.getStore() ?? {};
        for (const [name, value] of Object.entries(trace?.headers ?? {})) headers.set(name, value);
        // What visitors write is for Telnyx, and for no other address that an answer may name.
        const ask = () => fetch(url, { ...init, headers, redirect: 'error' });
        const address = url instanceof Request ? url.url : String(url);
        const response = await metrics.timed(address, init?.method ?? 'GET', ask);
        const most = response.ok ? mostBytes : mostErrorBytes;
        return limitBody(response, most, 'Telnyx', init?.signal);
      },
    });
  }

  /** @returns the id of a new credential for this user alone. */
  async createCredential(userId: string): Promise<string> {
    if (this.#connectionId === undefined) throw new Error('There is no TELNYX_CONNECTION_ID');
    const made: unknown = await this.#telnyx.telephonyCredentials.create(
      { connection_id: this.#connectionId, name: nameOf(userId) },
      { signal: AbortSignal.timeout(credentialTimeoutMs) },
    );
    const id = idOf(made);
    if (id === undefined) throw new Error('Telnyx made a credential without an id');
    return id;
  }

  /**
   * Finds a credential that was made lately for this user, by somebody who could not keep it.
   * @param lapsedMs how long ago that was, at least.
   * @returns its id, or `null`.
   */
  async findCredential(userId: string, lapsedMs = 0): Promise<string | null> {
    const name = nameOf(userId);
    const connection = `connection:${this.#connectionId ?? ''}`;
    const signal = AbortSignal.timeout(credentialTimeoutMs);
    const oldest = Date.now() - latelyMs - lapsedMs;
    // Telnyx may not know the filter. Another site of the same account may have users of the same names.
    const isLeft = (each: Readonly<Record<string, unknown>>) => {
      const isOurs = each['name'] === name && each['resource_id'] === connection;
      return isOurs && timeOf(each['created_at']) > oldest;
    };
    for (let number = 1; ; number += 1) {
      const { data, meta } = (await this.#telnyx.telephonyCredentials.list(
        {
          filter: { name, resource_id: connection },
          'page[number]': number,
          'page[size]': pageSize,
        },
        { signal },
      )) as { data?: unknown; meta?: { total_pages?: unknown } };
      const listed: readonly unknown[] = Array.isArray(data) ? data : [];
      const found = listed.map(fieldsOf).find(isLeft);
      if (found) return isId(found['id']) ? found['id'] : null;
      if (listed.length === 0 || number >= (Number(meta?.total_pages) || 0)) return null;
    }
  }

  async deleteCredential(id: string): Promise<void> {
    await this.#telnyx.telephonyCredentials.delete(id, {
      signal: AbortSignal.timeout(credentialTimeoutMs),
    });
  }

  /** @returns `null` if Telnyx has no such credential. */
  async createToken(credentialId: string): Promise<string | null> {
    try {
      const token: unknown = await this.#telnyx.telephonyCredentials.createToken(credentialId, {
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (isToken(token)) return token.trim();
    } catch (error) {
      if (error instanceof Telnyx.NotFoundError) return null;
      throw error;
    }
    throw new Error('Telnyx answered with something that is no token');
  }

  /**
   * Telnyx does the looking, but whether it is this call's conversation is checked here: a filter that Telnyx
   * does not know would hand out somebody else's.
   * @returns `null` if Telnyx lists no conversation of this call.
   */
  async findConversation(
    call: CallOfAssistant,
    signal: AbortSignal,
  ): Promise<FoundConversation | null> {
    const { callControlId, assistantId } = call;
    const { data } = (await this.#telnyx.ai.conversations.list(
      {
        'metadata->call_control_id': `eq.${callControlId}`,
        ...(assistantId === undefined ? {} : { 'metadata->assistant_id': `eq.${assistantId}` }),
        order: 'created_at.desc',
        limit: 1,
      },
      { signal },
    )) as { data?: unknown };
    const listed: readonly unknown[] = Array.isArray(data) ? data : [];
    const { id, created_at, last_message_at } =
      listed.map(fieldsOf).find((each) => belongsTo(each, call)) ?? {};
    if (!isId(id)) return null;
    return { id, lastUsedAt: Math.max(timeOf(created_at), timeOf(last_message_at)) };
  }

  /**
   * @param site the origin of the page.
   * @returns the new conversation's id.
   */
  async createConversation(
    assistantId: string,
    site: string,
    signal: AbortSignal,
  ): Promise<string> {
    const made: unknown = await this.#telnyx.ai.conversations.create(
      { metadata: { assistant_id: assistantId, site } },
      { signal },
    );
    const id = idOf(made);
    if (id === undefined) throw new Error('Telnyx made a conversation without an id');
    return id;
  }

  /** @returns as soon as Telnyx begins to answer, whatever the answer is. The signal ends it. */
  async chat(message: TypedMessage, signal: AbortSignal): Promise<globalThis.Response> {
    const { assistantId, conversationId, text } = message;
    return this.#telnyx.ai.assistants
      .chat(
        assistantId,
        { content: text, conversation_id: conversationId, stream: true },
        { signal, timeout: longestMs, headers: { Accept: 'text/event-stream' } },
      )
      .asResponse();
  }

  /** A conversation that Telnyx does not have (any more) counts as deleted. */
  async deleteConversation(id: string): Promise<void> {
    try {
      await this.#telnyx.ai.conversations.delete(id, { signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      if (!(error instanceof Telnyx.NotFoundError)) throw error;
    }
  }

  /** One page of the messages of all roles, in Telnyx's order. The first page has the number 1. */
  async listMessages(
    conversationId: string,
    number: number,
    signal: AbortSignal,
  ): Promise<MessagePage> {
    const { data, meta } = (await this.#telnyx.ai.conversations.messages.list(
      conversationId,
      { 'page[number]': number, 'page[size]': pageSize },
      { signal },
    )) as { data?: unknown; meta?: { total_pages?: unknown } };
    const pages = meta?.total_pages;
    if (!Number.isSafeInteger(pages) || !Array.isArray(data)) {
      throw new Error('Telnyx answered with no list of messages');
    }
    return {
      messages: data.slice(0, pageSize) as readonly unknown[],
      pages: Math.max(1, Number(pages)),
    };
  }
}

function nameOf(userId: string): string {
  return `user-${userId}`;
}

/** A token is three parts of base64url. */
function isToken(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > longestToken) return false;
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value.trim());
}

/** A conversation that does not say whose it is belongs to no call. */
function belongsTo(
  { metadata }: Readonly<Record<string, unknown>>,
  { callControlId, assistantId }: CallOfAssistant,
): boolean {
  const { call_control_id, assistant_id } = fieldsOf(metadata);
  const isOfAssistant = assistantId === undefined || assistant_id === assistantId;
  return call_control_id === callControlId && isOfAssistant;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function timeOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) || 0 : 0;
}

/** The id of the object, or of the object in its `data`. */
function idOf(made: unknown): string | undefined {
  if (typeof made !== 'object' || made === null) return undefined;
  const { id, data } = made as { id?: unknown; data?: unknown };
  return isId(id) ? id : idOf(data);
}
