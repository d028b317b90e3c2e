// GET /api/telnyx-chat: the earlier messages of a conversation, as a whole and in pages.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { historyOf, readSaid } from '../../server/src/chat/history.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { environmentOf, idIn, makeFolder, type Site, startSite, type Visitor } from './site.ts';

const path = '/api/telnyx-chat';
const assistantIds = ['assistant-1', 'assistant-chat-history-500', 'assistant-chat-history-html'];

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let site: Site;
let visitor: Visitor;
let id: string;

interface Message {
  readonly id: string;
  readonly role: string;
  readonly text: string;
  readonly at: number;
}

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
  site = await startSite({
    ...environmentOf(api, folder.path),
    ASSISTANT_IDS: assistantIds.join(),
    REQUESTS_PER_MINUTE: '1000',
  });
  visitor = await site.visit();
  id = await begin('assistant-1');
  const conversation = api.conversations.get(id);
  assert.ok(conversation);
  const at = Date.now();
  for (let number = 3; number <= 250; number++) {
    conversation.messages.push({
      role: number % 2 ? 'user' : 'assistant',
      text: `Message ${number}`,
      at,
    });
  }
});

after(async () => {
  await site.close();
  await api.close();
  await folder.remove();
});

async function begin(assistantId: string): Promise<string> {
  const body = { assistant_id: assistantId, conversation_id: null, text: 'Hello' };
  const answer = await visitor.post(path, body);
  return idIn(answer.body);
}

async function list(query: Readonly<Record<string, string>>): Promise<readonly Message[]> {
  const search = new URLSearchParams({ conversation_id: id, ...query });
  const { status, body } = await visitor.get(`${path}?${search.toString()}`);
  assert.equal(status, 200);
  return JSON.parse(body) as Message[];
}

describe('the earlier messages', () => {
  it('are the last 200, oldest first', async () => {
    const messages = await list({});
    assert.equal(messages.length, 200);
    assert.equal(messages.at(-1)?.text, 'Message 250');
    assert.equal(messages[0]?.text, 'Message 51');
    assert.equal(new Set(messages.map((message) => message.id)).size, 200);
    assert.deepEqual(Object.keys(messages[0]), ['id', 'role', 'text', 'at']);
  });

  it('can be fetched in pages from the end, each message once', async () => {
    const texts: string[] = [];
    let before: Readonly<Record<string, string>> = {};
    for (;;) {
      const page = await list({ limit: '60', ...before });
      const [first] = page;
      if (!first) break;
      texts.unshift(...page.map(({ text }) => text));
      before = { before: first.id };
    }
    assert.equal(texts.length, 250);
    assert.equal(texts[0], 'Hello');
    assert.equal(texts[2], 'Message 3');
    assert.equal(texts.at(-1), 'Message 250');
  });

  it('are none before a message that does not exist', async () => {
    assert.deepEqual(await list({ before: 'nothing' }), []);
  });

  for (const query of [
    '',
    '?conversation_id=',
    '?conversation_id=a%20b',
    '?conversation_id=1&limit=0',
  ]) {
    it(`are answered with 400 for "${query}"`, async () => {
      assert.equal((await visitor.get(path + query)).status, 400);
    });
  }

  it('are answered with 404 when the conversation is gone', async () => {
    const gone = await begin('assistant-1');
    api.conversations.forget(gone);
    assert.equal((await visitor.get(`${path}?conversation_id=${gone}`)).status, 404);
  });

  for (const assistantId of assistantIds.slice(1)) {
    it(`are answered with 502 in our words for ${assistantId}`, async () => {
      const failing = await begin(assistantId);
      const { status, body } = await visitor.get(`${path}?conversation_id=${failing}`);
      assert.equal(status, 502);
      assert.deepEqual(JSON.parse(body), { error: 'No answer' });
    });
  }
});

describe('what Telnyx lists', () => {
  const readHistory = (listed: readonly unknown[]) => historyOf(readSaid(listed));
  const sent_at = '2026-11-25T10:00:01Z';

  it('is read without tools, the system, and what has no text', () => {
    const history = readHistory([
      { role: 'system', text: 'You are', sent_at },
      { role: 'tool', text: '{}', sent_at },
      { role: 'assistant', text: null, tool_calls: [{}], sent_at },
      { role: 'user', text: 'Hello', sent_at, created_at: '2026-11-25T11:00:00Z' },
      'nonsense',
      null,
    ]);
    const at = Date.parse(sent_at);
    assert.deepEqual(history, [{ id: history[0]?.id, role: 'user', text: 'Hello', at }]);
  });

  it('has the same ids in either order, and no two the same', () => {
    const listed = [
      { role: 'user', text: 'Yes', created_at: '2026-11-25T10:00:00Z' },
      { role: 'user', text: 'Yes', created_at: sent_at },
      { role: 'user', text: 'Yes', created_at: sent_at },
      { role: 'user', text: 'No', created_at: sent_at },
    ];
    const history = readHistory(listed);
    assert.deepEqual(readHistory([...listed].reverse()), history);
    assert.equal(new Set(history.map((message) => message.id)).size, 4);
  });

  it('keeps its order when it has no times', () => {
    const history = readHistory([
      { role: 'user', text: 'One' },
      { role: 'assistant', text: 'Two' },
    ]);
    assert.deepEqual(
      history.map(({ text, at }) => [text, at]),
      [
        ['One', 0],
        ['Two', 0],
      ],
    );
  });
});
