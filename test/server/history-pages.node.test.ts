// How many of Telnyx's pages one page of the history costs, in either order, and that fetching ends with the visit.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type RawApi, startRawApi } from '../telnyx-api/start-raw-api.ts';
import { idIn, type Site, siteOrigin, startSite, type Visitor } from './site.ts';

const path = '/api/telnyx-chat';
const pageSize = 100;

interface Listed {
  readonly role: string;
  readonly text: string;
  readonly created_at: string;
}

let api: RawApi;
let site: Site;
let visitor: Visitor;
let id: string;
/** In the order in which the stand-in lists them. */
let listed: readonly Listed[] = [];
/** The numbers of the pages that were fetched. */
let fetched: number[] = [];
let begun = 0;
/** How many pages Telnyx says that there are. `null`: as many as there are. */
let claimed: string | null = null;
let deliver: (number: number) => Promise<void> = () => Promise.resolve();

before(async () => {
  api = await startRawApi();
  api.answer = ({ method, url = '' }, response) => {
    response.setHeader('content-type', 'application/json');
    if (url.endsWith('/chat')) return void response.end('{"content": "Hello"}');
    if (method === 'POST') return void response.end(`{"id": "conversation-${(begun += 1)}"}`);
    const number = Number(new URL(url, api.url).searchParams.get('page[number]'));
    fetched.push(number);
    void deliver(number).then(() => {
      const data = listed.slice((number - 1) * pageSize, number * pageSize);
      const pages = claimed ?? Math.ceil(listed.length / pageSize);
      response.end(`{"data": ${JSON.stringify(data)}, "meta": {"total_pages": ${pages}}}`);
    });
  };
  site = await startSite({
    TELNYX_API_KEY: 'KEY-of-a-test',
    TELNYX_BASE_URL: api.url,
    SITE_ORIGIN: siteOrigin,
    SESSION_SECRET: 'a secret that is long enough for a test',
    ASSISTANT_IDS: 'assistant-1',
    REQUESTS_PER_MINUTE: '1000',
  });
});

beforeEach(async () => {
  visitor = await site.visit();
  const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };
  id = idIn((await visitor.post(path, message)).body);
  fetched = [];
  claimed = null;
  site.reports.length = 0;
  deliver = () => Promise.resolve();
});

after(async () => {
  await site.close();
  await api.close();
});

function messages(count: number, timeOf = (number: number) => number): readonly Listed[] {
  return Array.from({ length: count }, (_, index) => ({
    role: index % 2 ? 'assistant' : 'user',
    text: `Message ${index + 1}`,
    created_at: new Date(Date.UTC(2026, 10, 28) + timeOf(index) * 1000).toISOString(),
  }));
}

async function list(more = ''): Promise<readonly { id: string; text: string }[]> {
  const { status, body } = await visitor.get(`${path}?conversation_id=${id}${more}`);
  assert.equal(status, 200);
  return JSON.parse(body) as { id: string; text: string }[];
}

const orders = {
  'newest first': (all: readonly Listed[]) => [...all].reverse(),
  'oldest first': (all: readonly Listed[]) => all,
};

describe('a page of a long history', () => {
  for (const [order, arrange] of Object.entries(orders)) {
    it(`costs few requests when Telnyx lists the ${order}`, async () => {
      listed = arrange(messages(1950));
      const texts = (await list('&limit=20')).map(({ text }) => text);
      assert.deepEqual([texts.length, texts[0], texts[19]], [20, 'Message 1931', 'Message 1950']);
      assert.ok(fetched.length <= 3, `${fetched.length} requests`);
    });

    it(`is followed by the ones before it, each message once, with the ${order}`, async () => {
      listed = arrange(messages(450));
      const texts: string[] = [];
      for (let page = await list('&limit=60'); page[0];) {
        texts.unshift(...page.map(({ text }) => text));
        page = await list(`&limit=60&before=${page[0].id}`);
      }
      assert.deepEqual(
        texts,
        messages(450).map(({ text }) => text),
      );
      assert.ok(fetched.length <= 20, `${fetched.length} requests for 9 pages`);
    });

    it(`keeps the ids of messages that are the same, with the ${order}`, async () => {
      const same = messages(300).map((message, index) => ({
        ...message,
        role: 'user',
        // Ten at a time cannot be told apart. Some of them lie on two of Telnyx's pages.
        text: `Yes ${Math.floor((index + 5) / 10)}`,
        created_at: new Date(Date.UTC(2026, 10, 28) + Math.floor((index + 5) / 10)).toISOString(),
      }));
      listed = arrange(same);
      const whole = (await list('&limit=200')).map(({ id: each }) => each);
      const last = (await list('&limit=20')).map(({ id: each }) => each);
      assert.deepEqual(last, whole.slice(-20));
      const before = (await list(`&limit=90&before=${last[0]}`)).map(({ id: each }) => each);
      assert.deepEqual(before, whole.slice(-110, -20));
    });
  }

  it('is right even when Telnyx’s order is no order of time', async () => {
    listed = messages(250, (number) => (number * 7919) % 250);
    const texts = (await list('&limit=200')).map(({ text }) => text);
    const wanted = [...listed].sort((one, other) => one.created_at.localeCompare(other.created_at));
    assert.deepEqual(
      texts,
      wanted.slice(-200).map(({ text }) => text),
    );
  });

  for (const pages of ['1e999', '2.5', '"2"', 'null', '[1]']) {
    it(`costs one request where Telnyx says that there are ${pages} pages`, async () => {
      listed = messages(150);
      claimed = pages;
      const { status } = await visitor.get(`${path}?conversation_id=${id}`);
      assert.deepEqual([status, fetched], [502, [1]]);
    });
  }

  for (const pages of ['0', '-3']) {
    it(`is what there is, where Telnyx says that there are ${pages} pages`, async () => {
      listed = messages(3);
      claimed = pages;
      assert.deepEqual([(await list()).length, fetched], [3, [1]]);
    });
  }

  it('writes nothing beside the log, however many pages there are', async () => {
    const warnings: string[] = [];
    const warn = (warning: Error) => warnings.push(warning.message);
    process.on('warning', warn);
    // No order: all pages are fetched.
    listed = messages(1950, () => 0);
    await list();
    await new Promise(setImmediate);
    process.off('warning', warn);
    assert.equal(fetched.length, 20);
    assert.deepEqual(warnings, []);
  });

  it('has the newest message, however soon it is asked for again', async () => {
    listed = messages(150);
    await list();
    listed = messages(151);
    assert.equal((await list()).at(-1)?.text, 'Message 151');
  });
});

describe('a visitor who leaves while the history is fetched', { timeout: 30_000 }, () => {
  it('ends the fetching', async () => {
    listed = messages(1950, () => 0);
    let arrives = () => {};
    const second = new Promise<void>((resolve) => (arrives = resolve));
    let left = () => {};
    const gone = new Promise<void>((resolve) => (left = resolve));
    const answer = api.answer;
    api.answer = (request, response) => {
      response.once('close', () => {
        if (fetched.length >= 2 && !response.writableEnded) left();
      });
      answer(request, response);
    };
    deliver = (number) => {
      if (number < 2) return Promise.resolve();
      arrives();
      // Never answers.
      return new Promise(() => {});
    };
    const leaving = new AbortController();
    const asked = visitor.get(`${path}?conversation_id=${id}`, {}, leaving.signal);
    await second;
    leaving.abort();
    await assert.rejects(asked);
    await gone;
    assert.deepEqual(site.reports, []);
    api.answer = answer;
  });
});
