// Stands in for Telnyx's REST API, as far as a site's server needs it, in the form that the official `telnyx`
// package reads. Beyond its documentation, it is not known what the real API does.
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import { Conversations } from '../../gateway/conversations.ts';
import { createChatApi, timesOf } from './chat-api.ts';
import { ChatRecords } from './chat-records.ts';
import { type Credential, Credentials } from './credentials.ts';
import { createLoginToken } from './login-token.ts';
import { refuse } from './refusals.ts';

export interface Conversation {
  readonly id: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** ISO 8601. Default: now. */
  readonly created_at?: string;
}

export interface TelnyxApiOptions {
  /** Default: 24 hours, as at Telnyx. */
  readonly tokenLifeSeconds?: number;
  /** The conversations for typing. They can be the gateway's. */
  readonly typed?: Conversations;
  /** Lists the account's conversations of calls; called for each request. Default: none. */
  readonly conversations?: () => Promise<readonly Conversation[]>;
}

export interface TelnyxApi {
  /** The `baseURL` for the package. */
  readonly url: string;
  readonly apiKey: string;
  readonly connectionId: string;
  readonly credentials: Credentials;
  readonly conversations: Conversations;
  /** What was typed. */
  readonly chats: ChatRecords;
  /** The requests so far, such as "POST /telephony_credentials". */
  readonly requested: string[];
  /** The trace of each request. */
  readonly traces: { readonly traceparent?: string; readonly tracestate?: string }[];
  /** Refuses every request from now on with this status. `null`: refuses none. */
  refuseWith: number | null;
  /** New credentials are answered only when so many requests wait together. */
  createTogether: number;
  /** Makes credentials, but does not know them afterwards. */
  forgetsCredentials: boolean;
  /** Lists all conversations and credentials, whatever it is asked for. */
  ignoresFilters: boolean;
  close(): Promise<void>;
}

const apiKey = 'KEY0000STANDIN0000000000000_secretpart';
const connectionId = '1234567890';

export async function startTelnyxApi(options: TelnyxApiOptions = {}): Promise<TelnyxApi> {
  const { tokenLifeSeconds = 24 * 3600, conversations = () => Promise.resolve([]) } = options;
  const typed = options.typed ?? new Conversations();
  const chats = new ChatRecords();
  const credentials = new Credentials();
  const requested: string[] = [];
  const traces: TelnyxApi['traces'] = [];
  const waiting: (() => void)[] = [];

  const check: RequestHandler = (request, response, next) => {
    requested.push(`${request.method} ${request.path.replace(/^\/v2/, '')}`);
    const { traceparent, tracestate } = request.headers;
    if (typeof traceparent === 'string') {
      traces.push({ traceparent, ...(typeof tracestate === 'string' ? { tracestate } : {}) });
    }
    const given = request.get('authorization') ?? '';
    if (given !== `Bearer ${apiKey}`) return refuse(response, 401, given);
    // Behaves like a careless API that repeats the key in its error.
    if (api.refuseWith !== null) return refuse(response, api.refuseWith, given);
    next();
  };

  const server = express()
    .use(check, express.json())
    .post('/v2/telephony_credentials', (request, response) => {
      const { connection_id: connection, name } = request.body as Record<string, unknown>;
      if (connection !== connectionId) return refuse(response, 422, '/connection_id');
      waiting.push(() =>
        response.status(201).send({ data: credentials.create(String(name), connectionId) }),
      );
      if (waiting.length >= api.createTogether) for (const answer of waiting.splice(0)) answer();
    })
    .get('/v2/telephony_credentials', ({ query }, response) => {
      const asked = query as Readonly<Record<string, unknown>>;
      const isWanted = (each: Credential) =>
        api.ignoresFilters || each.name === asked['filter[name]'];
      const found = credentials.all.filter(isWanted);
      const size = Number(asked['page[size]'] ?? 20);
      const number = Number(asked['page[number]'] ?? 1);
      response.send({
        data: found.slice((number - 1) * size, number * size),
        meta: { page_number: number, total_pages: Math.ceil(found.length / size) },
      });
    })
    .delete('/v2/telephony_credentials/:id', ({ params }, response) => {
      if (!credentials.delete(params.id)) return refuse(response, 404);
      response.send({ data: { id: params.id } });
    })
    .post('/v2/telephony_credentials/:id/token', ({ params }, response) => {
      if (api.forgetsCredentials || !credentials.has(params.id)) return refuse(response, 404);
      response.status(201).type('text/plain').send(createLoginToken(params.id, tokenLifeSeconds));
    })
    .get('/v2/ai/conversations', async ({ query }, response) => {
      const found = (await conversations()).filter(
        ({ metadata }) => api.ignoresFilters || matches(metadata, query),
      );
      const now = { created_at: new Date().toISOString() };
      const timed = found.map((each) => {
        const known = typed.get(each.id);
        return { ...now, ...each, ...(known ? timesOf(known) : {}) };
      });
      response.send({ data: timed });
    })
    .use('/v2', createChatApi(typed, chats))
    .use((_request, response) => refuse(response, 404))
    .listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  const api: TelnyxApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    apiKey,
    connectionId,
    credentials,
    conversations: typed,
    chats,
    requested,
    traces,
    refuseWith: null,
    createTogether: 1,
    forgetsCredentials: false,
    ignoresFilters: false,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return api;
}

/** Supports the one kind of filter that is needed: `metadata->name=eq.value`. */
function matches(metadata: Conversation['metadata'] = {}, query: object): boolean {
  return Object.entries(query)
    .filter(([name]) => name.startsWith('metadata->'))
    .every(([name, wanted]) => wanted === `eq.${metadata[name.slice('metadata->'.length)]}`);
}
