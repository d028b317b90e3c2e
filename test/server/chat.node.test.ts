// POST and GET /api/telnyx-chat, as the element uses them (`chat-url`): answers in order, one conversation,
// earlier messages, limits.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import {
  environmentOf,
  eventsOf,
  idIn,
  makeFolder,
  type Site,
  siteOrigin,
  startSite,
} from './site.ts';

const path = '/api/telnyx-chat';
const forms = ['unnamed', 'openai', 'words', 'raw', 'json'];
const slow = ['stall', 'stall~comes', 'stall~leaves', 'stall~two', 'silent'];
const assistantIds = [
  'assistant-1',
  ...[...forms, ...slow].map((name) => `assistant-chat-${name}`),
];

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let site: Site;

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
  site = await startSite({
    ...environmentOf(api, folder.path),
    ASSISTANT_IDS: assistantIds.join(', '),
    REQUESTS_PER_MINUTE: '1000',
    SILENCE_SECONDS: '1',
  });
});

beforeEach(() => {
  api.requested.length = 0;
});

after(async () => {
  await site.close();
  await api.close();
  await folder.remove();
});

const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'When are you open?' };
const openingHours = 'We are open from nine to five, Monday to Friday.';

describe('a message of a visitor who is not signed in', () => {
  it('begins a conversation and is answered word by word', async () => {
    const visitor = await site.visit();
    const { status, headers, body } = await visitor.post(path, message);
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'text/event-stream; charset=utf-8');
    assert.equal(headers.get('x-accel-buffering'), 'no');
    const events = eventsOf(body);
    const names = events.map(([name]) => name);
    assert.equal(names[0], 'conversation');
    assert.equal(names.at(-1), 'done');
    assert.ok(names.length > 5);
    assert.ok(names.slice(1, -1).every((name) => name === 'delta'));
    const words = events.slice(1, -1).map(([, data]) => data['text']);
    assert.equal(words.join(''), openingHours);
    assert.deepEqual(events.at(-1)?.[1], { text: openingHours });
    assert.deepEqual(api.requested, [
      'POST /ai/conversations',
      'POST /ai/assistants/assistant-1/chat',
    ]);
  });

  it('is answered as it comes, not at its end', async () => {
    const visitor = await site.visit();
    const assistantId = 'assistant-chat-stall~comes';
    const stream = await visitor.open(path, { ...message, assistant_id: assistantId });
    const begun = await stream.readUntil('are');
    assert.doesNotMatch(begun, /event: done/);
    api.chats.release(assistantId);
    assert.match(await stream.readUntil('event: done'), /Friday/);
  });

  it('goes on in the conversation that it began', async () => {
    const visitor = await site.visit();
    const id = idIn((await visitor.post(path, message)).body);
    const more = { ...message, conversation_id: id, text: 'How much is it?' };
    const { status, body } = await visitor.post(path, more);
    assert.equal(status, 200);
    assert.equal(idIn(body), id);
    const texts = api.conversations.get(id)?.messages.map(({ text }) => text);
    assert.deepEqual(texts, [
      message.text,
      openingHours,
      'How much is it?',
      'The demonstration costs nothing.',
    ]);
  });

  it('passes its text to Telnyx, and nothing else', async () => {
    const visitor = await site.visit();
    const id = idIn((await visitor.post(path, message)).body);
    const sent = api.chats.all.at(-1)?.body;
    assert.deepEqual(sent, { content: message.text, conversation_id: id, stream: true });
  });

  it('keeps a slow answer alive, and gives up one without an end', async () => {
    const visitor = await site.visit();
    const { body } = await visitor.post(path, { ...message, assistant_id: 'assistant-chat-stall' });
    assert.match(body, /^: /m);
    assert.deepEqual(eventsOf(body).at(-1), ['error', { message: 'The answer broke off' }]);
    await api.chats.waitFor('assistant-chat-stall', 'left');
  });

  it('is refused when Telnyx does not even begin', async () => {
    const visitor = await site.visit();
    const assistantId = 'assistant-chat-silent';
    const { status } = await visitor.post(path, { ...message, assistant_id: assistantId });
    assert.equal(status, 502);
    await api.chats.waitFor(assistantId, 'left');
  });

  for (const form of forms) {
    it(`is answered in whatever form Telnyx answers: ${form}`, async () => {
      const visitor = await site.visit();
      const assistantId = `assistant-chat-${form}`;
      const { status, body } = await visitor.post(path, { ...message, assistant_id: assistantId });
      assert.equal(status, 200);
      assert.deepEqual(eventsOf(body).at(-1), ['done', { text: openingHours }]);
    });
  }
});

describe('a visitor who leaves', () => {
  it('stops Telnyx in the middle of an answer', async () => {
    const visitor = await site.visit();
    const assistantId = 'assistant-chat-stall~leaves';
    const stream = await visitor.open(path, { ...message, assistant_id: assistantId });
    await stream.readUntil('event: delta');
    stream.leave();
    await api.chats.waitFor(assistantId, 'left');
    assert.deepEqual(
      site.reports.filter((report) => report.includes('left')),
      [],
    );
  });
});

describe('a request to type', () => {
  const wrong = {
    'no JSON': '{',
    'no object': '"hello"',
    'no assistant': { ...message, assistant_id: undefined },
    'an assistant that is a path': { ...message, assistant_id: 'a b' },
    'no text': { ...message, text: undefined },
    'empty text': { ...message, text: ' \n' },
    'text without end': { ...message, text: 'a'.repeat(4001) },
    'a body without end': { ...message, text: 'a'.repeat(100_000) },
    'a conversation that is none': { ...message, conversation_id: { id: '1' } },
    'something more': { ...message, attachments: [] },
  };
  for (const [what, body] of Object.entries(wrong)) {
    it(`is answered with 400 for ${what}, and Telnyx is not asked`, async () => {
      const visitor = await site.visit();
      assert.equal((await visitor.post(path, body)).status, 400);
      assert.deepEqual(api.requested, []);
    });
  }

  it('may have 4000 characters', async () => {
    const visitor = await site.visit();
    const { status } = await visitor.post(path, { ...message, text: 'é'.repeat(4000) });
    assert.equal(status, 200);
  });

  it('is refused for an assistant that the site does not name', async () => {
    const visitor = await site.visit();
    const { status } = await visitor.post(path, { ...message, assistant_id: 'assistant-2' });
    assert.equal(status, 403);
    assert.deepEqual(api.requested, []);
  });

  it('is refused from another site', async () => {
    const visitor = await site.visit();
    const origin = 'https://evil.example';
    assert.equal((await visitor.post(path, message, { origin })).status, 403);
    assert.deepEqual(api.requested, []);
  });
});

describe('the limits of a visitor', () => {
  it('are two answers at a time', async () => {
    const visitor = await site.visit();
    // From now on the browser is known by its cookie.
    await visitor.post(path, message);
    const stalling = { ...message, assistant_id: 'assistant-chat-stall~two' };
    const streams = [await visitor.open(path, stalling), await visitor.open(path, stalling)];
    const { status, headers } = await visitor.post(path, message);
    assert.equal(status, 429);
    assert.equal(headers.get('retry-after'), '1');
    const other = await site.visit();
    assert.equal((await other.post(path, message)).status, 200);
    api.chats.release('assistant-chat-stall~two');
    await Promise.all(streams.map((stream) => stream.readUntil('event: done')));
    assert.equal((await visitor.post(path, message)).status, 200);
  });

  it('are so many messages a minute', async () => {
    const strict = await startSite({
      ...environmentOf(api, folder.path),
      ASSISTANT_IDS: 'assistant-1',
      REQUESTS_PER_MINUTE: '2',
      REQUESTS_PER_NETWORK: '2',
    });
    const visitor = await strict.visit();
    assert.equal((await visitor.post(path, message)).status, 200);
    assert.equal((await visitor.post(path, message)).status, 200);
    // Without the cookie, the address is still the same.
    const { status, headers } = await (await strict.visit()).post(path, message);
    assert.equal(status, 429);
    assert.ok(Number(headers.get('retry-after')) > 0);
    await strict.close();
  });
});

describe('a site without users', () => {
  it('needs no connection of Telnyx, and may be anywhere', async () => {
    const origin = 'https://www.example.com';
    const shop = await startSite({
      ...environmentOf(api, folder.path),
      TELNYX_CONNECTION_ID: '',
      SITE_ORIGIN: origin,
      ASSISTANT_IDS: 'assistant-1',
      DATABASE_FILE: '/no/such/folder/db',
    });
    const visitor = await shop.visit();
    const { status, headers } = await visitor.post(path, message, { origin });
    assert.equal(status, 200);
    assert.ok(headers.getSetCookie().every((cookie) => cookie.includes('; secure')));
    assert.equal((await visitor.get('/api/telnyx-token')).status, 404);
    assert.notEqual(origin, siteOrigin);
    await shop.close();
  });
});
