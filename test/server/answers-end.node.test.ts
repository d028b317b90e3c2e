// Each answer ends: for a visitor who has left before it began, after a set time however it trickles, and where an
// endpoint fails in the middle of it.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startRawApi } from '../telnyx-api/start-raw-api.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { readReply } from '../../server/src/chat/read-reply.ts';
import { startProgram } from './program.ts';
import { environmentOf, eventsOf, makeFolder, type Site, startSite } from './site.ts';

const path = '/api/telnyx-chat';
const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
const sites: Site[] = [];

beforeEach(async () => {
  [api, folder] = await Promise.all([startTelnyxApi(), makeFolder()]);
});

afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
  await Promise.all([api.close(), folder.remove()]);
});

describe('an answer', { timeout: 60_000 }, () => {
  it('is not begun for a visitor who left while the limits were asked', async () => {
    const leaving = new AbortController();
    const environment = { ...environmentOf(api, folder.path), ASSISTANT_IDS: 'assistant-1' };
    // Of two streams, new visitors may have one.
    const site = await startSite({ ...environment, STREAMS_PER_NETWORK: '2' }, async (request) => {
      if (!leaving.signal.aborted) {
        const left = once(request.socket, 'close');
        leaving.abort();
        await left;
      }
      return null;
    });
    sites.push(site);
    const first = (await site.visit()).post(path, message, undefined, leaving.signal);
    await assert.rejects(first);
    assert.equal((await (await site.visit()).post(path, message)).status, 200);
    assert.deepEqual(api.requested, [
      'POST /ai/conversations',
      'POST /ai/assistants/assistant-1/chat',
    ]);
  });

  it('ends after the set time, however often a word of it comes', async () => {
    const raw = await startRawApi();
    raw.answer = ({ url }, response) => {
      if (!url?.endsWith('/chat')) {
        response.setHeader('content-type', 'application/json');
        return void response.end('{"id": "conversation-1"}');
      }
      response.setHeader('content-type', 'text/event-stream');
      const trickle = setInterval(() => response.write('data: {"text": "word "}\n\n'), 100);
      response.once('close', () => clearInterval(trickle));
    };
    const site = await startSite({
      ...environmentOf(api, folder.path),
      TELNYX_BASE_URL: raw.url,
      ASSISTANT_IDS: 'assistant-1',
      ANSWER_SECONDS: '1',
    });
    sites.push(site);
    // A server without that bound goes on for ever.
    const signal = AbortSignal.timeout(20_000);
    const { body } = await (await site.visit()).post(path, message, undefined, signal);
    const events = eventsOf(body);
    assert.ok(events.some(([name]) => name === 'delta'));
    assert.deepEqual(events.at(-1), ['error', { message: 'The answer broke off' }]);
    await raw.close();
  });

  it('that is no answer, and is cut off, is told as the first', () => {
    const body = new ReadableStream({
      start: (controller) => controller.error(new Error('The connection was reset')),
    });
    const page = new Response(body, { headers: { 'content-type': 'text/html' } });
    // An error that nobody handles would end the process, and this test.
    assert.throws(() => readReply(page), /text\/html, which is no answer/);
  });

  it('of an endpoint of the site that fails in its middle is cut off, and told in one line', async () => {
    const file = join(folder.path, 'login.mjs');
    await writeFile(
      file,
      `export const createLogin = () => ({
        routes: (request, response, next) => {
          if (request.path !== '/half') return next();
          response.write('half of it');
          throw new Error('It broke with Bearer abcdef');
        },
        findUser: () => null,
        mayCall: () => false,
      });`,
    );
    const program = await startProgram({ ...environmentOf(api, folder.path), LOGIN_MODULE: file });
    await assert.rejects(async () => (await fetch(`${program.url}/api/half`)).text());
    program.child.kill('SIGTERM');
    await once(program.child, 'close');
    const lines = program.log().trim().split('\n');
    assert.equal(lines.length, 1, program.log());
    const { msg, cause } = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    assert.deepEqual([msg, cause], ['A request failed', 'Error: It broke with [secret]']);
  });
});
