// What tools have answered is the longest part of many a conversation, and no part of its history.

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { type RawApi, startRawApi } from '../telnyx-api/start-raw-api.ts';
import { type Program, startProgram } from './program.ts';
import { idIn, siteOrigin, Visitor } from './site.ts';

const pages = 20;
const heapMegabytes = 150;
const apiKey = 'KEY-of-a-test';
const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };

let api: RawApi;
let program: Program;

afterEach(async () => {
  program.child.kill('SIGKILL');
  await api.close();
});

/** Some 7 MB of what tools have answered, and one message. */
function pageOf(number: number): string {
  const created_at = new Date(Date.UTC(2026, 10, 28)).toISOString();
  const said = { role: 'user', text: `Message ${number}`, created_at };
  const data = Array.from({ length: 99 }, () => ({ role: 'tool', text: 'x'.repeat(70_000) }));
  return JSON.stringify({ data: [...data, said], meta: { total_pages: pages } });
}

describe('the history of a conversation with tools', { timeout: 120_000 }, () => {
  it('takes no more memory than what was said, and one page', async () => {
    api = await startRawApi();
    api.answer = ({ method, url = '' }, response) => {
      response.setHeader('content-type', 'application/json');
      if (url.endsWith('/chat')) return void response.end('{"content": "Hello"}');
      if (method === 'POST') return void response.end('{"id": "conversation-1"}');
      response.end(pageOf(Number(new URL(url, api.url).searchParams.get('page[number]'))));
    };
    const environment = {
      TELNYX_API_KEY: apiKey,
      TELNYX_BASE_URL: api.url,
      SITE_ORIGIN: siteOrigin,
      SESSION_SECRET: 'a secret that is long enough for a test',
      ASSISTANT_IDS: 'assistant-1',
      PORT: '0',
    };
    program = await startProgram(environment, [
      `--max-old-space-size=${heapMegabytes}`,
      ...['--import', 'tsx', 'server/src/main.ts'],
    ]);
    const visitor = new Visitor(program.url, apiKey);
    const id = idIn((await visitor.post('/api/telnyx-chat', message)).body);
    const { status, body } = await visitor.get(`/api/telnyx-chat?conversation_id=${id}`);
    assert.equal(status, 200, program.log());
    assert.equal((JSON.parse(body) as unknown[]).length, pages);
  });
});
