// What a visitor gets when Telnyx fails: a status or an event in our words, never in Telnyx's (`Visitor` checks
// each answer). Also what the site's owner is told.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { readRefusal } from '../../server/src/telnyx/upstream-refusal.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { environmentOf, eventsOf, idIn, makeFolder, type Site, startSite } from './site.ts';

const path = '/api/telnyx-chat';

const refusals = {
  '401': 502,
  '429': 429,
  '500': 502,
  html: 502,
  'create-500': 502,
};
const breaks = ['cut', 'ends', 'error'];
const others = ['404', '500-once', 'slow'];
const names = [...Object.keys(refusals), ...breaks, ...others];

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let site: Site;

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
  site = await startSite({
    ...environmentOf(api, folder.path),
    ASSISTANT_IDS: ['assistant-1', ...names.map((name) => `assistant-chat-${name}`)].join(),
    REQUESTS_PER_MINUTE: '1000',
  });
});

afterEach(() => {
  api.refuseWith = null;
  site.reports.length = 0;
});

after(async () => {
  await site.close();
  await api.close();
  await folder.remove();
});

function messageTo(name: string, conversationId: string | null = null) {
  return {
    assistant_id: `assistant-chat-${name}`,
    conversation_id: conversationId,
    text: 'When are you open?',
  };
}

describe('an answer that does not begin', () => {
  for (const [name, expected] of Object.entries(refusals)) {
    it(`is ${expected} for ${name}, without a word of Telnyx, and the owner is told`, async () => {
      const visitor = await site.visit();
      const { status, headers, body } = await visitor.post(path, messageTo(name));
      assert.equal(status, expected);
      assert.match(headers.get('content-type') ?? '', /json/);
      assert.deepEqual(JSON.parse(body), {
        error: expected === 429 ? 'Too many requests' : 'No answer',
      });
      assert.equal(headers.get('retry-after'), expected === 429 ? '7' : null);
      assert.equal(site.reports.length, 1);
      assert.equal(visitor.setCookies.length, 0);
    });
  }

  it('is 404 when the conversation is gone, and a new one begins', async () => {
    const visitor = await site.visit();
    const id = idIn((await visitor.post(path, messageTo('404'))).body);
    assert.equal((await visitor.post(path, messageTo('404', id))).status, 404);
    const { status, body } = await visitor.post(path, messageTo('404'));
    assert.equal(status, 200);
    assert.notEqual(idIn(body), id);
  });

  it('is 502 when Telnyx does not know the conversation that it just made', async () => {
    api.refuseWith = 404;
    assert.equal((await (await site.visit()).post(path, messageTo('slow'))).status, 502);
  });

  it('is 429 when Telnyx refuses to make the conversation with 429', async () => {
    api.refuseWith = 429;
    const { status, headers } = await (await site.visit()).post(path, messageTo('slow'));
    assert.equal(status, 429);
    assert.equal(headers.get('retry-after'), '60');
  });

  it('can be asked for again', async () => {
    const visitor = await site.visit();
    assert.equal((await visitor.post(path, messageTo('500-once'))).status, 502);
    assert.equal((await visitor.post(path, messageTo('500-once'))).status, 200);
  });

  it('is 502 when Telnyx cannot be reached', async () => {
    const nowhere = await startTelnyxApi();
    await nowhere.close();
    const alone = await startSite({
      ...environmentOf(nowhere, folder.path),
      ASSISTANT_IDS: 'assistant-1',
    });
    const body = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };
    assert.equal((await (await alone.visit()).post(path, body)).status, 502);
    await alone.close();
  });
});

describe('an answer that breaks off', () => {
  for (const name of breaks) {
    it(`ends with an error in our words: ${name}`, async () => {
      const visitor = await site.visit();
      const { status, body } = await visitor.post(path, messageTo(name));
      assert.equal(status, 200);
      const events = eventsOf(body);
      const seen = events.map(([event]) => event);
      assert.deepEqual(seen, ['conversation', 'delta', 'delta', 'error']);
      assert.deepEqual(events.at(-1)?.[1], { message: 'The answer broke off' });
      assert.equal(site.reports.length, 1);
      // The conversation exists by now, so the message can be sent again in it.
      assert.equal((await visitor.post(path, messageTo(name, idIn(body)))).status, 200);
    });
  }

  it('does not count as broken off if only its first word is slow', async () => {
    const { body } = await (await site.visit()).post(path, messageTo('slow'));
    assert.equal(eventsOf(body).at(-1)?.[0], 'done');
  });
});

describe('the pause that Telnyx asks for', () => {
  const inTenSeconds = () => new Date(Date.now() + 10_000).toUTCString();
  const cases: readonly (readonly [string | null, number])[] = [
    ['7', 7],
    [null, 30],
    ['soon', 30],
    ['0', 1],
    ['99999999', 3600],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 1],
  ];
  for (const [header, seconds] of cases) {
    it(`is passed on as a sane number: ${header} is ${seconds} s`, () => {
      const headers = new Headers(header === null ? {} : { 'retry-after': header });
      const error = Object.assign(new Error(), { status: 429, headers });
      assert.equal(readRefusal(error).retryAfterSeconds, seconds);
    });
  }

  it('may be a date', () => {
    const headers = new Headers({ 'retry-after': inTenSeconds() });
    const { retryAfterSeconds } = readRefusal(Object.assign(new Error(), { status: 429, headers }));
    assert.ok(retryAfterSeconds >= 9 && retryAfterSeconds <= 10);
  });
});
