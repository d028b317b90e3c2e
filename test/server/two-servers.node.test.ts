// Two servers behind a real nginx, with Redis and PostgreSQL. One of them is killed while visitors type and sign in.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { type Program, startProgram } from './program.ts';
import {
  type RealServer,
  startNginx,
  startPostgres,
  startRedis,
  withoutNginx,
  withoutPostgres,
  withoutRedis,
} from './real-servers.ts';
import { environmentOf, idIn, makeFolder, Visitor } from './site.ts';

const skip = withoutNginx || withoutPostgres || withoutRedis;
const path = '/api/telnyx-chat';
const stalling = 'assistant-chat-stall';
/** Not even a header comes: a proxy could still ask the other server. */
const silent = 'assistant-chat-silent';
const waiting = 6;
const visitors = 12;
const messagesEach = 6;

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let redis: RealServer;
let nginx: RealServer;
const servers: RealServer[] = [];
const programs: Program[] = [];

before(async () => {
  if (skip !== false) return;
  [api, folder, redis] = await Promise.all([startTelnyxApi(), makeFolder(), startRedis()]);
  const postgres = await startPostgres();
  servers.push(redis, postgres);
  const environment = {
    ...environmentOf(api, folder.path),
    ASSISTANT_IDS: `assistant-1,${stalling},${silent}`,
    REDIS_URL: redis.url,
    DATABASE_URL: postgres.url,
    REQUESTS_PER_MINUTE: '20',
    REQUESTS_PER_NETWORK: '100000',
    STREAMS_PER_VISITOR: '2',
    STREAMS_PER_NETWORK: '100',
  };
  programs.push(...(await Promise.all([startProgram(environment), startProgram(environment)])));
  const [one = '', other = ''] = programs.map(({ url }) => new URL(url).host);
  nginx = await startNginx([one, other]);
  servers.push(nginx);
});

after(async () => {
  if (skip !== false) return;
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all([api.close(), folder.remove(), ...servers.map((server) => server.close())]);
});

function visit(url = nginx.url): Visitor {
  return new Visitor(url, api.apiKey);
}

interface Typed {
  answered: number;
  failed: number;
}

/** Types one message after the other, in one conversation. What fails is not sent again. */
async function type(visitor: Visitor, name: string): Promise<Typed> {
  const typed = { answered: 0, failed: 0 };
  let conversationId: string | null = null;
  for (let count = 0; count < messagesEach; count += 1) {
    const text = `${name}, message ${count}`;
    const message = { assistant_id: 'assistant-1', conversation_id: conversationId, text };
    const body: string = await visitor.post(path, message).then(
      (answer) => answer.body,
      () => '',
    );
    if (body.includes('event: done')) typed.answered += 1;
    else typed.failed += 1;
    conversationId = idIn(body) || conversationId;
  }
  return typed;
}

/** How many streams are counted at this moment, of all visitors. */
async function countStreams(): Promise<number> {
  const client = new Redis(redis.url);
  const keys = await client.keys('*:streams:browser *');
  const live = await Promise.all(keys.map((key) => client.zcount(key, Date.now(), '+inf')));
  await client.quit();
  return live.reduce((sum, count) => sum + count, 0);
}

describe('two servers behind nginx', { skip, timeout: 120_000 }, () => {
  it('share each limit', async () => {
    const visitor = visit();
    const first = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };
    assert.equal((await visitor.post(path, first)).status, 200);
    const streams = await Promise.all(
      Array.from({ length: 6 }, () => visitor.open(path, { ...first, assistant_id: stalling })),
    );
    const open = streams.filter(({ status }) => status === 200);
    assert.equal(open.length, 2);
    for (const stream of open) stream.leave();
    await api.chats.waitFor(stalling, 'left');
    while ((await countStreams()) > 0) await setTimeout(20);

    const id = 'conversation_id=1';
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => (await visitor.get(`${path}?${id}`)).status),
    );
    assert.equal(statuses.filter((status) => status === 404).length, 20);
    assert.equal(statuses.filter((status) => status === 429).length, 20);
  });

  it('lose nothing but what was under way when one of them is killed', async (context) => {
    const [killed, other] = programs;
    assert.ok(killed && other);
    // A stream that never ends by itself, at each of them.
    const held = await Promise.all(
      [killed, other].map(async ({ url }) => {
        const visitor = visit(url);
        const message = { assistant_id: 'assistant-1', conversation_id: null, text: `At ${url}` };
        await visitor.post(path, message);
        const body = { ...message, assistant_id: stalling, text: `Held at ${url}` };
        const stream = await visitor.open(path, body);
        await stream.readUntil('event: delta');
        return stream;
      }),
    );
    // Telnyx has got the request for a credential, and answers when it is too late.
    const ada = visit(killed.url);
    await ada.signIn('ada');
    api.createTogether = 2;
    const lost = ada.get('/api/telnyx-token').catch(() => null);
    while (!api.requested.includes('POST /telephony_credentials')) await setTimeout(5);

    const unanswered = Array.from({ length: waiting }, async (_, index) => {
      const text = `Visitor who waits ${index}`;
      const message = { assistant_id: silent, conversation_id: null, text };
      const answer = await visit()
        .post(path, message)
        .catch(() => null);
      return answer?.body.includes('event: done') ?? false;
    });
    while (api.chats.of(silent).length < waiting) await setTimeout(5);

    const before = api.chats.all.length;
    const load = Array.from({ length: visitors }, (_, index) => type(visit(), `Visitor ${index}`));
    while (api.chats.all.length < before + visitors) await setTimeout(5);
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    assert.equal(await lost, null);
    api.chats.release(silent);
    await fetch(`${api.url}/telephony_credentials`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ connection_id: api.connectionId, name: 'somebody else' }),
    });
    api.createTogether = 1;
    const tokens = Promise.all(
      Array.from({ length: 4 }, async () => {
        const again = visit();
        await again.signIn('ada');
        return (await again.get('/api/telnyx-token')).status;
      }),
    );

    // No message twice, and no answer lost but those of the server that was killed.
    const typed = await Promise.all(load);
    const sum = (what: keyof Typed) => typed.reduce((count, each) => count + each[what], 0);
    assert.equal(sum('answered') + sum('failed'), visitors * messagesEach);
    assert.ok(sum('failed') > 0, 'Nothing was under way.');
    assert.ok(sum('failed') <= visitors, `${sum('failed')} failed`);
    const answered = (await Promise.all(unanswered)).filter(Boolean).length;
    assert.ok(answered > 0 && answered < waiting, `${answered} of those who waited`);
    const texts = api.chats.all
      .map(({ content }) => content)
      .filter((text) => text.startsWith('V'));
    assert.deepEqual(texts, [...new Set(texts)]);

    // No second credential: the one that nobody had got is found.
    assert.deepEqual(await tokens, [200, 200, 200, 200]);
    const names = api.credentials.all.map(({ name }) => name);
    assert.deepEqual(names.sort(), ['somebody else', 'user-ada']);

    // No stream left.
    held[1]?.leave();
    while (api.chats.all.some(({ state }) => state === 'answering')) await setTimeout(20);
    while ((await countStreams()) > 0) await setTimeout(100);
    context.diagnostic(
      `${sum('answered')} of ${visitors * messagesEach} messages answered, ${sum('failed')} cut off, ` +
        '0 sent twice, 1 credential, 0 streams left',
    );
  });
});
