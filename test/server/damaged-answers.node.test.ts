// Answers of Telnyx and of a remote database whose compression is damaged. Node's own reading of them never ends, not
// even when it is told to. And answers that lead elsewhere.

import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type RawApi, startRawApi } from '../telnyx-api/start-raw-api.ts';
import { eventsOf, makeFolder, type Site, siteOrigin, startSite } from './site.ts';

const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };
const call = { assistant_id: 'assistant-1', call_control_id: 'v3:one', call_session_id: null };

let api: RawApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let elsewhere: RawApi;
let site: Site;

beforeEach(async () => {
  [api, elsewhere, folder] = await Promise.all([startRawApi(), startRawApi(), makeFolder()]);
  site = await start({});
});

afterEach(async () => {
  await site.close();
  await Promise.all([api.close(), elsewhere.close(), folder.remove()]);
});

function start(more: Readonly<Record<string, string>>): Promise<Site> {
  return startSite({
    TELNYX_API_KEY: 'KEY-of-a-test',
    TELNYX_BASE_URL: api.url,
    TELNYX_CONNECTION_ID: '1234567890',
    SITE_ORIGIN: siteOrigin,
    SESSION_SECRET: 'a secret that is long enough for a test',
    DATABASE_FILE: `${folder.path}/credentials.db`,
    ASSISTANT_IDS: 'assistant-1',
    SILENCE_SECONDS: '1',
    ...more,
  });
}

function sendDamaged(response: ServerResponse, type: string): void {
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
  response.end('garbage'.repeat(10_000));
}

describe('a damaged answer', { timeout: 60_000 }, () => {
  for (const type of ['text/event-stream', 'text/plain', 'application/json', 'text/html']) {
    it(`of the assistant is given up after the silence: ${type}`, async () => {
      api.answer = ({ url }, response) => {
        if (url?.endsWith('/chat')) return sendDamaged(response, type);
        response.setHeader('content-type', 'application/json');
        response.end('{"id": "conversation-1"}');
      };
      const { status, body } = await (await site.visit()).post('/api/telnyx-chat', message);
      if (type === 'text/html') return assert.equal(status, 502);
      assert.equal(eventsOf(body).at(-1)?.[0], 'error');
    });
  }

  it('is no credential', async () => {
    api.answer = (_request, response) => sendDamaged(response, 'application/json');
    assert.equal((await (await site.visit('ada')).get('/api/telnyx-token')).status, 500);
  });

  it('is no database', async () => {
    api.answer = (_request, response) => sendDamaged(response, 'application/json');
    const remote = await start({ DATABASE_URL: api.url.replace('/v2', '') });
    assert.equal((await (await remote.visit('ada')).get('/api/telnyx-token')).status, 500);
    assert.equal((await (await remote.visit()).get('/readyz')).status, 503);
    await remote.close();
  });
});

describe('an answer that leads elsewhere', { timeout: 60_000 }, () => {
  for (const status of [301, 302, 307, 308]) {
    it(`is not followed: what visitors write is for Telnyx alone, ${status}`, async () => {
      let asked = 0;
      elsewhere.answer = (_request, response) => {
        asked += 1;
        response.end();
      };
      api.answer = (_request, response) => {
        response.writeHead(status, { location: elsewhere.url }).end();
      };
      const visitor = await site.visit();
      assert.equal((await visitor.post('/api/telnyx-chat', message)).status, 502);
      assert.equal((await visitor.post('/api/telnyx-conversation', call)).status, 500);
      assert.equal(asked, 0);
    });
  }
});
