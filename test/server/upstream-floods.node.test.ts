// What comes from Telnyx is bounded, and a visitor who does not read holds up the answer, not the memory.

import assert from 'node:assert/strict';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import express from 'express';
import { EventStream } from '../../server/src/chat/event-stream.ts';
import { type RawApi, startRawApi, writeForEver } from '../telnyx-api/start-raw-api.ts';
import { eventsOf, makeFolder, type Site, siteOrigin, startSite } from './site.ts';

const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };
const call = { assistant_id: 'assistant-1', call_control_id: 'v3:one', call_session_id: null };

let api: RawApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let site: Site;

before(async () => {
  api = await startRawApi();
  folder = await makeFolder();
  site = await startSite({
    TELNYX_API_KEY: 'KEY-of-a-test',
    TELNYX_BASE_URL: api.url,
    SITE_ORIGIN: siteOrigin,
    SESSION_SECRET: 'a secret that is long enough for a test',
    ASSISTANT_IDS: 'assistant-1',
  });
});

after(async () => {
  await site.close();
  await Promise.all([api.close(), folder.remove()]);
});

describe('an answer of Telnyx without end', { timeout: 60_000 }, () => {
  it('is not read on where JSON is expected', async () => {
    let flood = { bytes: () => 0 };
    api.answer = (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.write('{"data": ["');
      flood = writeForEver(response, 'word '.repeat(10_000));
    };
    assert.equal((await (await site.visit()).post('/api/telnyx-conversation', call)).status, 500);
    assert.match(site.reports.join(), /too long/);
    assert.ok(flood.bytes() < 50_000_000, `${flood.bytes()} bytes were read`);
  });

  it('is not read on where an error is expected', async () => {
    let flood = { bytes: () => 0 };
    api.answer = (_request, response) => {
      response.statusCode = 500;
      flood = writeForEver(response, 'word '.repeat(10_000));
    };
    assert.equal((await (await site.visit()).post('/api/telnyx-conversation', call)).status, 500);
    assert.ok(flood.bytes() < 50_000_000, `${flood.bytes()} bytes were read`);
  });

  it('is not read on where an error is long, and counts as that error', async () => {
    site.reports.length = 0;
    api.answer = (_request, response) => {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ errors: [{ detail: 'key=Bearer '.repeat(500_000) }] }));
    };
    assert.equal((await (await site.visit()).post('/api/telnyx-conversation', call)).status, 500);
    assert.match(site.reports.join(), /404.*too long/);
  });

  it('breaks off where words are expected', async () => {
    let flood = { bytes: () => 0 };
    api.answer = ({ url }, response) => {
      if (!url?.endsWith('/chat')) {
        response.setHeader('content-type', 'application/json');
        return void response.end('{"id": "conversation-1"}');
      }
      response.setHeader('content-type', 'text/event-stream');
      flood = writeForEver(
        response,
        `event: delta\ndata: {"content": "${'word '.repeat(1000)}"}\n\n`,
      );
    };
    const { body } = await (await site.visit()).post('/api/telnyx-chat', message);
    assert.equal(eventsOf(body).at(-1)?.[0], 'error');
    assert.ok(flood.bytes() < 50_000_000, `${flood.bytes()} bytes were read`);
  });
});

describe('a visitor who does not read', { timeout: 60_000 }, () => {
  it('holds up the answer, until it is given up', async () => {
    const many = 200;
    const giveUp = new AbortController();
    let sent = 0;
    let waits = () => {};
    const isWaiting = new Promise<void>((resolve) => (waits = resolve));
    const ended = new Promise<unknown>((resolve) => {
      const server = express()
        .get('/', async (_request, response) => {
          const stream = new EventStream(response, 60_000, giveUp.signal);
          try {
            while (sent < many) {
              const sending = stream.send('delta', { text: 'a'.repeat(1_000_000) });
              if (response.writableNeedDrain) setImmediate(waits);
              await sending;
              sent += 1;
            }
            resolve(null);
          } catch (error) {
            resolve(error);
          } finally {
            stream.end();
            server.close();
          }
        })
        .listen(0, '127.0.0.1', () => {
          // Nobody ever reads this answer.
          get(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, (answer) => {
            answer.on('error', () => {});
            answer.pause();
          });
        });
    });
    await isWaiting;
    giveUp.abort();
    assert.ok((await ended) instanceof Error);
    assert.ok(sent < many / 2, `${sent} MB were taken`);
  });
});
