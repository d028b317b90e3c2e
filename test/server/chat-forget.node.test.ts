// Conversations belong to the user who had them, and end with the visitor's wish or the user's session.

import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Router } from 'express';
import { createLogin } from '../../demo/demo-login.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { environmentOf, idIn, makeFolder, type Site, startSite, type Visitor } from './site.ts';

const path = '/api/telnyx-chat';
const unforgettable = 'assistant-chat-delete-500';

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let site: Site;

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
  site = await startSite({
    ...environmentOf(api, folder.path),
    ASSISTANT_IDS: `assistant-1,${unforgettable}`,
    REQUESTS_PER_MINUTE: '1000',
  });
});

beforeEach(() => {
  api.requested.length = 0;
});

after(async () => {
  await site.close();
  await Promise.all([api.close(), folder.remove()]);
});

function type(visitor: Visitor, id: string | null, assistantId = 'assistant-1') {
  return visitor.post(path, { assistant_id: assistantId, conversation_id: id, text: 'Hello' });
}

async function begin(visitor: Visitor, assistantId?: string): Promise<string> {
  const { status, body } = await type(visitor, null, assistantId);
  assert.equal(status, 200);
  return idIn(body);
}

async function statusFor(visitor: Visitor, id: string): Promise<number> {
  return (await visitor.get(`${path}?conversation_id=${id}`)).status;
}

function forget(visitor: Visitor, id: string) {
  return visitor.delete(`${path}?conversation_id=${encodeURIComponent(id)}`);
}

function marksOf({ setCookies }: Visitor): readonly string[] {
  return setCookies.filter((cookie) => cookie.startsWith('telnyx_chat_'));
}

describe('the conversation of a user', () => {
  it('ends where the sign-out is on a deeper path than the endpoints', async () => {
    const deeper = await startSite(
      { ...environmentOf(api, folder.path), ASSISTANT_IDS: 'assistant-1' },
      undefined,
      (config, endSession) => {
        const login = createLogin(config, endSession);
        const account = Router().delete('/session', (request, response) => {
          endSession(request, response);
          response.status(204).end();
        });
        return {
          ...login,
          routes: Router()
            .use(login.routes ?? [])
            .use('/account', account),
        };
      },
    );
    const visitor = await deeper.visit('ada');
    await begin(visitor);
    const [mark = ''] = marksOf(visitor);
    const { headers } = await visitor.delete('/api/account/session');
    const name = mark.split('=')[0] ?? '';
    const cleared = headers.getSetCookie().filter((cookie) => cookie.startsWith(`${name}=;`));
    // A browser takes a cookie away only where it is.
    const paths = [mark, ...cleared].map((cookie) => /path=([^;]+)/.exec(cookie)?.[1]);
    assert.deepEqual(paths, ['/api', '/api', '/']);
    await deeper.close();
  });

  it('is not open to the next user of the browser, nor to nobody', async () => {
    const visitor = await site.visit('ada');
    const id = await begin(visitor);
    assert.equal(await statusFor(visitor, id), 200);
    // The session of the first one is over without a sign-out.
    await visitor.signIn('grace');
    assert.equal(await statusFor(visitor, id), 404);
    assert.equal((await type(visitor, id)).status, 403);
    visitor.setCookies = marksOf(visitor);
    assert.equal(await statusFor(visitor, id), 404);
    await visitor.signIn('ada');
    assert.equal(await statusFor(visitor, id), 200);
  });

  it('ends in this browser when the user signs out', async () => {
    const visitor = await site.visit('ada');
    const id = await begin(visitor);
    assert.equal((await visitor.delete('/api/session')).status, 204);
    assert.deepEqual(marksOf(visitor), []);
    await visitor.signIn('ada');
    assert.equal(await statusFor(visitor, id), 404);
  });

  it('may have begun before the user signed in, and is the user’s from then on', async () => {
    const visitor = await site.visit();
    const id = await begin(visitor);
    await visitor.signIn('ada');
    assert.equal((await type(visitor, id)).status, 200);
    await visitor.signIn('grace');
    assert.equal(await statusFor(visitor, id), 404);
  });

  it('does not show in its cookie whose it is', async () => {
    const visitor = await site.visit('grace');
    await begin(visitor);
    for (const cookie of marksOf(visitor)) assert.doesNotMatch(cookie, /grace/);
  });
});

describe('the cookies of conversations', () => {
  it('are sent to the endpoints only, and are small', async () => {
    const visitor = await site.visit('ada');
    await begin(visitor);
    for (const cookie of marksOf(visitor)) {
      assert.match(cookie, /; path=\/api(;|$)/i);
      const [pair = ''] = cookie.split(';');
      assert.ok(pair.length < 130, pair);
    }
  });

  it('that were set before, for the whole site, are still good', async () => {
    const visitor = await site.visit();
    const id = await begin(visitor);
    const name = `telnyx_chat_${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
    const pair = `${name}=${Date.now()}.00000000-0000-4000-8000-000000000000`;
    const secret = environmentOf(api, folder.path)['SESSION_SECRET'] ?? '';
    const signature = createHmac('sha1', secret).update(pair).digest('base64url');
    visitor.setCookies = [pair, `${name}.sig=${signature}`];
    assert.equal(await statusFor(visitor, id), 200);
    assert.equal((await forget(visitor, id)).status, 204);
    assert.equal(await statusFor(visitor, id), 404);
  });
});

describe('a conversation that the visitor forgets', () => {
  it('is deleted at Telnyx, and is no longer this browser’s', async () => {
    const visitor = await site.visit();
    const [id, kept] = [await begin(visitor), await begin(visitor)];
    api.requested.length = 0;
    const { status, headers } = await forget(visitor, id);
    assert.equal(status, 204);
    assert.deepEqual(api.requested, [`DELETE /ai/conversations/${id}`]);
    assert.equal(api.conversations.get(id), undefined);
    assert.equal(marksOf(visitor).length, 2);
    // Older versions of this server set the cookies for the whole site.
    const paths = headers.getSetCookie().map((each) => /path=([^;]*)/i.exec(each)?.[1]);
    assert.deepEqual(new Set(paths), new Set(['/', '/api']));
    assert.equal(await statusFor(visitor, id), 404);
    assert.equal(await statusFor(visitor, kept), 200);
  });

  it('may be gone at Telnyx already', async () => {
    const visitor = await site.visit();
    const id = await begin(visitor);
    api.conversations.forget(id);
    assert.equal((await forget(visitor, id)).status, 204);
    assert.deepEqual(marksOf(visitor), []);
  });

  it('can be forgotten again, if Telnyx fails', async () => {
    const visitor = await site.visit();
    const id = await begin(visitor, unforgettable);
    assert.equal((await forget(visitor, id)).status, 502);
    assert.equal(await statusFor(visitor, id), 200);
  });

  it('cannot be read from another process either, which had kept what came before', async () => {
    const other = await startSite({
      ...environmentOf(api, folder.path),
      ASSISTANT_IDS: 'assistant-1',
    });
    const [visitor, copy] = [await site.visit(), await other.visit()];
    const id = await begin(visitor);
    await type(visitor, id);
    copy.setCookies = visitor.setCookies;
    const page = `${path}?conversation_id=${id}&limit=2`;
    const [first] = JSON.parse((await copy.get(page)).body) as { id: string }[];
    const before = `${page}&before=${first?.id}`;
    assert.equal((JSON.parse((await copy.get(before)).body) as object[]).length, 2);
    assert.equal((await forget(visitor, id)).status, 204);
    assert.equal((await copy.get(before)).status, 404);
    await other.close();
  });

  it('must be this browser’s', async () => {
    const [visitor, other] = [await site.visit(), await site.visit()];
    const id = await begin(visitor);
    api.requested.length = 0;
    assert.equal((await forget(other, id)).status, 404);
    assert.equal((await forget(other, '')).status, 400);
    const origin = 'https://evil.example';
    assert.equal((await visitor.delete(`${path}?conversation_id=${id}`, { origin })).status, 403);
    assert.deepEqual(api.requested, []);
    assert.equal(await statusFor(visitor, id), 200);
  });
});
