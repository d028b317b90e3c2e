// Which conversations a browser may use: those that it began, and no others, whatever it tries. What is
// refused is not even passed on to Telnyx.

import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  type Conversation,
  startTelnyxApi,
  type TelnyxApi,
} from '../telnyx-api/start-telnyx-api.ts';
import { environmentOf, idIn, makeFolder, type Site, startSite, type Visitor } from './site.ts';

const path = '/api/telnyx-chat';
const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };
const call = { assistant_id: 'assistant-1', call_control_id: 'v3:one', call_session_id: null };

let ofCalls: readonly Conversation[] = [];
let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let site: Site;
/** A visitor whose conversation the others try to reach. */
let victim: Visitor;
let foreignId: string;

before(async () => {
  api = await startTelnyxApi({ conversations: () => Promise.resolve(ofCalls) });
  folder = await makeFolder();
  site = await start({});
  victim = await site.visit();
  foreignId = await begin(victim);
});

beforeEach(() => {
  ofCalls = [];
  api.requested.length = 0;
});

after(async () => {
  await site.close();
  await api.close();
  await folder.remove();
});

function start(more: Readonly<Record<string, string>>): Promise<Site> {
  return startSite({
    ...environmentOf(api, folder.path),
    ASSISTANT_IDS: 'assistant-1',
    REQUESTS_PER_MINUTE: '1000',
    ...more,
  });
}

async function begin(visitor: Visitor): Promise<string> {
  const { status, body } = await visitor.post(path, message);
  assert.equal(status, 200);
  return idIn(body);
}

function type(visitor: Visitor, id: string) {
  return visitor.post(path, { ...message, conversation_id: id });
}

function read(visitor: Visitor, id: string) {
  return visitor.get(`${path}?conversation_id=${encodeURIComponent(id)}`);
}

async function isRefused(visitor: Visitor, id: string): Promise<void> {
  api.requested.length = 0;
  assert.equal((await type(visitor, id)).status, 403);
  assert.equal((await read(visitor, id)).status, 404);
  assert.deepEqual(api.requested, []);
}

function nameFor(id: string): string {
  return `telnyx_chat_${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}

/** A conversation's signed cookie: its value and its signature. */
function cookiesFor(visitor: Visitor, id: string): readonly [value: string, signature: string] {
  const find = (name: string) =>
    visitor.setCookies.find((each) => each.startsWith(`${name}=`))?.split(/=|;/, 2)[1] ?? '';
  return [find(nameFor(id)), find(`${nameFor(id)}.sig`)];
}

describe('the cookie of a conversation', () => {
  it('opens it to the browser that began it', async () => {
    assert.equal((await type(victim, foreignId)).status, 200);
    assert.equal((await read(victim, foreignId)).status, 200);
  });

  it('is signed, read by no script, sent by no other site, and tells no id', async () => {
    const visitor = await site.visit();
    const id = await begin(visitor);
    assert.equal(visitor.setCookies.length, 2);
    for (const cookie of visitor.setCookies) {
      assert.match(cookie, /; httponly/i);
      assert.match(cookie, /; samesite=lax/i);
      assert.match(cookie, /; path=\//i);
      assert.ok(!cookie.includes(id));
    }
  });

  it('keeps two first messages of two tabs apart', async () => {
    const visitor = await site.visit();
    const ids = await Promise.all([begin(visitor), begin(visitor)]);
    for (const id of ids) assert.equal((await type(visitor, id)).status, 200);
  });

  it('is kept for the last twenty conversations', async () => {
    const visitor = await site.visit();
    const ids: string[] = [];
    for (let count = 0; count < 22; count++) ids.push(await begin(visitor));
    assert.equal(visitor.setCookies.length, 40);
    for (const id of ids.slice(0, 2)) await isRefused(visitor, id);
    for (const id of ids.slice(2)) assert.equal((await read(visitor, id)).status, 200);
  });

  it('is good for both processes of a site', async () => {
    const second = await start({});
    const visitor = await second.visit();
    visitor.setCookies = victim.setCookies;
    assert.equal((await read(visitor, foreignId)).status, 200);
    await second.close();
  });
});

describe('a foreign conversation', () => {
  it('is refused to a browser without a cookie', async () => {
    await isRefused(await site.visit(), foreignId);
  });

  it('is refused to a browser with conversations of its own', async () => {
    const visitor = await site.visit();
    await begin(visitor);
    await isRefused(visitor, foreignId);
  });

  it('is refused to a user who is signed in', async () => {
    await isRefused(await site.visit('ada'), foreignId);
  });

  it('is refused to a cookie without a signature, or with a made-up one', async () => {
    const [value] = cookiesFor(victim, foreignId);
    const name = nameFor(foreignId);
    const secret = 'a secret that is as long as the one of the site';
    const forged = createHmac('sha1', secret).update(`${name}=${value}`).digest('base64url');
    for (const signatures of [[], [`${name}.sig=`], [`${name}.sig=x`], [`${name}.sig=${forged}`]]) {
      const visitor = await site.visit();
      visitor.setCookies = [`${name}=${value}`, ...signatures];
      await isRefused(visitor, foreignId);
    }
  });

  it('is refused to the signed cookie of another conversation under its name', async () => {
    const visitor = await site.visit();
    const ownId = await begin(visitor);
    const [value, signature] = cookiesFor(visitor, ownId);
    const name = nameFor(foreignId);
    visitor.setCookies = [`${name}=${value}`, `${name}.sig=${signature}`];
    await isRefused(visitor, foreignId);
  });

  it('is refused to a signed cookie with another value', async () => {
    const [value, signature] = cookiesFor(victim, foreignId);
    const name = nameFor(foreignId);
    const visitor = await site.visit();
    visitor.setCookies = [`${name}=9${value}`, `${name}.sig=${signature}`];
    await isRefused(visitor, foreignId);
  });

  it('is refused to the cookie of a site with another secret', async () => {
    const other = await start({ SESSION_SECRET: 'another secret that is long enough too' });
    const visitor = await other.visit();
    visitor.setCookies = victim.setCookies;
    await isRefused(visitor, foreignId);
    await other.close();
  });

  it('is refused to the session of the demo login under its name', async () => {
    const ada = await site.visit('ada');
    const [session = '', signature = ''] = ada.setCookies.map((each) => each.split(/=|;/, 2)[1]);
    const name = nameFor(foreignId);
    ada.setCookies = [`${name}=${session}`, `${name}.sig=${signature}`];
    await isRefused(ada, foreignId);
  });

  it('is refused after thirty days', async (context) => {
    const visitor = await site.visit();
    const id = await begin(visitor);
    const later = Date.now() + 30 * 24 * 3_600_000 + 1;
    context.mock.method(Date, 'now', () => later);
    await isRefused(visitor, id);
  });
});

describe('a conversation that a call began', () => {
  const created_at = () => new Date().toISOString();
  const ofCall = (assistant_id = 'assistant-1'): Conversation => {
    const { id } = api.conversations.create(assistant_id);
    return { id, metadata: { call_control_id: 'v3:one', assistant_id }, created_at: created_at() };
  };

  it('is open to its caller for typing, signed in or not', async () => {
    for (const user of [undefined, 'ada']) {
      const conversation = ofCall();
      ofCalls = [conversation];
      const visitor = await site.visit(user);
      await isRefused(visitor, conversation.id);
      const { status, body } = await visitor.post('/api/telnyx-conversation', call);
      assert.equal(status, 200);
      assert.deepEqual(JSON.parse(body), { conversation_id: conversation.id });
      assert.equal((await type(visitor, conversation.id)).status, 200);
      assert.equal((await read(visitor, conversation.id)).status, 200);
    }
  });

  it('is not told without a login, for an assistant that the site does not name', async () => {
    ofCalls = [ofCall('assistant-2')];
    const visitor = await site.visit();
    const asked = { ...call, assistant_id: 'assistant-2' };
    assert.equal((await visitor.post('/api/telnyx-conversation', asked)).status, 401);
    assert.equal(
      (await visitor.post('/api/telnyx-conversation', { ...call, assistant_id: null })).status,
      401,
    );
    assert.deepEqual(api.requested, []);
  });

  it('is told to a user, but not opened, for an assistant that the site does not name', async () => {
    const conversation = ofCall('assistant-2');
    ofCalls = [conversation];
    const ada = await site.visit('ada');
    const asked = { ...call, assistant_id: 'assistant-2' };
    assert.equal((await ada.post('/api/telnyx-conversation', asked)).status, 200);
    await isRefused(ada, conversation.id);
  });

  it('is not opened with the id of a call that ended long ago', async () => {
    const old = { ...ofCall(), id: 'conversation-old', created_at: '2020-01-01T00:00:00Z' };
    ofCalls = [old];
    const visitor = await site.visit();
    assert.equal((await visitor.post('/api/telnyx-conversation', call)).status, 200);
    await isRefused(visitor, old.id);
  });
});
