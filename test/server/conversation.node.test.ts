// POST /api/telnyx-conversation, as the element uses it (`conversation-url`).

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import {
  type Conversation,
  startTelnyxApi,
  type TelnyxApi,
} from '../telnyx-api/start-telnyx-api.ts';
import { environmentOf, makeFolder, type Site, startSite } from './site.ts';

const path = '/api/telnyx-conversation';
const asked = { assistant_id: 'assistant-1', call_control_id: 'v3:one', call_session_id: null };

const none = () => [];
let conversations: () => readonly Conversation[] = none;
let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let site: Site;

before(async () => {
  api = await startTelnyxApi({ conversations: () => Promise.resolve(conversations()) });
  folder = await makeFolder();
  site = await startSite({ ...environmentOf(api, folder.path), REQUESTS_PER_MINUTE: '100' });
});

afterEach(() => {
  conversations = none;
  api.refuseWith = null;
  api.ignoresFilters = false;
  api.requested.length = 0;
});

after(async () => {
  await site.close();
  await api.close();
  await folder.remove();
});

function conversation(id: string, callControlId: string, assistantId: string): Conversation {
  return { id, metadata: { call_control_id: callControlId, assistant_id: assistantId } };
}

describe('the conversation of a call', () => {
  it('is found by the call, and only as one of the assistant', async () => {
    conversations = () => [
      conversation('conversation-2', 'v3:two', 'assistant-1'),
      conversation('conversation-3', 'v3:one', 'assistant-3'),
      conversation('conversation-1', 'v3:one', 'assistant-1'),
    ];
    const { status, body } = await (await site.visit('ada')).post(path, asked);
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(body), { conversation_id: 'conversation-1' });
  });

  it('is found without the assistant, too', async () => {
    conversations = () => [conversation('conversation-1', 'v3:one', 'assistant-1')];
    const { body } = await (await site.visit('ada')).post(path, { ...asked, assistant_id: '' });
    assert.deepEqual(JSON.parse(body), { conversation_id: 'conversation-1' });
  });

  const foreign = {
    'of another call': [conversation('conversation-2', 'v3:two', 'assistant-1')],
    'of another assistant': [conversation('conversation-3', 'v3:one', 'assistant-3')],
    'that does not say whose it is': [{ id: 'conversation-4' }],
    'with empty metadata': [{ id: 'conversation-5', metadata: {} }],
  };
  for (const [what, listed] of Object.entries(foreign)) {
    it(`is never one ${what}, even if Telnyx lists it`, async () => {
      api.ignoresFilters = true;
      conversations = () => listed;
      const { status, body } = await (await site.visit('ada')).post(path, asked);
      assert.equal(status, 404);
      assert.doesNotMatch(body, /conversation-\d/);
    });
  }

  it('is found among others, if Telnyx lists more than what was asked for', async () => {
    api.ignoresFilters = true;
    const ours = conversation('conversation-1', 'v3:one', 'assistant-1');
    conversations = () => [...Object.values(foreign).flat(), ours];
    const { body } = await (await site.visit('ada')).post(path, asked);
    assert.deepEqual(JSON.parse(body), { conversation_id: 'conversation-1' });
  });

  it('may appear a moment after the call', async () => {
    let asks = 0;
    conversations = () => {
      asks += 1;
      return asks === 1 ? [] : [conversation('conversation-1', 'v3:one', 'assistant-1')];
    };
    assert.equal((await (await site.visit('ada')).post(path, asked)).status, 200);
    assert.equal(asks, 2);
  });

  it('is answered with 404 when Telnyx lists none', async () => {
    const { status } = await (await site.visit('ada')).post(path, asked);
    assert.equal(status, 404);
  });

  it('is refused with 401 without a login, and with 403 to other sites', async () => {
    assert.equal((await (await site.visit()).post(path, asked)).status, 401);
    const origin = 'https://evil.example';
    assert.equal((await (await site.visit('ada')).post(path, asked, { origin })).status, 403);
    assert.deepEqual(api.requested, []);
  });

  const unreadable = {
    'no JSON': '{',
    'no object': '"v3:one"',
    'no call': { ...asked, call_control_id: null },
    'a call that is a filter': { ...asked, call_control_id: 'one,or=(id.neq.1)' },
    'an assistant that is a filter': { ...asked, assistant_id: { neq: '1' } },
    'a call without end': { ...asked, call_control_id: 'a'.repeat(300) },
  };
  for (const [what, body] of Object.entries(unreadable)) {
    it(`is answered with 400 for ${what}, and Telnyx is not asked`, async () => {
      assert.equal((await (await site.visit('ada')).post(path, body)).status, 400);
      assert.deepEqual(api.requested, []);
    });
  }

  it('is answered with 500 in our own words when Telnyx fails', async () => {
    api.refuseWith = 500;
    const { status, body } = await (await site.visit('ada')).post(path, asked);
    assert.equal(status, 500);
    assert.deepEqual(JSON.parse(body), { error: 'Lookup failed' });
  });
});
