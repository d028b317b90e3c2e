// What SIGTERM does: answers and credentials that are under way are finished, and the program ends in time.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { createLogin } from '../../demo/demo-login.ts';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config.ts';
import { drainServer } from '../../server/src/http/drain-server.ts';
import { listen } from '../../server/src/http/listen.ts';
import { type Program, startProgram } from './program.ts';
import { environmentOf, makeFolder, siteOrigin, Visitor } from './site.ts';

const stalling = 'assistant-chat-stall';
const message = { assistant_id: stalling, conversation_id: null, text: 'When are you open?' };

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let programs: Program[] = [];

beforeEach(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
});

afterEach(async () => {
  for (const { child } of programs.splice(0)) child.kill('SIGKILL');
  programs = [];
  await Promise.all([api.close(), folder.remove()]);
});

async function start(more: Readonly<Record<string, string>> = {}): Promise<Program> {
  const environment = { ...environmentOf(api, folder.path), ASSISTANT_IDS: stalling, ...more };
  const program = await startProgram(environment);
  programs.push(program);
  return program;
}

/** Resolves when the program takes no new connections any more. */
async function isStopping({ url }: Program): Promise<void> {
  for (;;) {
    try {
      const response = await fetch(`${url}/api/else`, { headers: { connection: 'close' } });
      await response.body?.cancel();
    } catch {
      return;
    }
  }
}

describe('SIGTERM', { timeout: 120_000 }, () => {
  it('lets an answer go on to its end', async () => {
    const program = await start();
    const visitor = new Visitor(program.url, api.apiKey);
    const stream = await visitor.open('/api/telnyx-chat', message);
    await stream.readUntil('event: delta');
    const exit = once(program.child, 'exit');
    program.child.kill('SIGTERM');
    await isStopping(program);
    api.chats.release(stalling);
    assert.match(await stream.readUntil('event: done'), /Friday/);
    assert.deepEqual(await exit, [0, null]);
  });

  it('leaves no credential behind that nobody knows', async () => {
    const program = await start();
    const ada = new Visitor(program.url, api.apiKey);
    await ada.signIn('ada');
    // Telnyx answers only when the second request is there.
    api.createTogether = 2;
    const token = ada.get('/api/telnyx-token').catch(() => null);
    while (!api.requested.includes('POST /telephony_credentials')) {
      await ada.get('/api/session');
    }
    const exit = once(program.child, 'exit');
    program.child.kill('SIGTERM');
    await isStopping(program);
    await fetch(`${api.url}/telephony_credentials`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ connection_id: api.connectionId, name: 'second' }),
    });
    await token;
    assert.deepEqual(await exit, [0, null]);

    api.createTogether = 1;
    const next = new Visitor((await start()).url, api.apiKey);
    await next.signIn('ada');
    assert.equal((await next.get('/api/telnyx-token')).status, 200);
    const names = api.credentials.all.map(({ name }) => name);
    assert.deepEqual(names.sort(), ['second', 'user-ada']);
  });

  it('ends an answer without end, in the time that is set', async () => {
    const program = await start({ DRAIN_SECONDS: '1' });
    const visitor = new Visitor(program.url, api.apiKey);
    const stream = await visitor.open('/api/telnyx-chat', message);
    await stream.readUntil('event: delta');
    const startMs = performance.now();
    const exit = once(program.child, 'exit');
    program.child.kill('SIGTERM');
    await assert.rejects(stream.readUntil('event: done'));
    assert.deepEqual(await exit, [0, null]);
    const tookMs = performance.now() - startMs;
    assert.ok(tookMs > 900, `${tookMs} ms: it did not wait`);
    await api.chats.waitFor(stalling, 'left');
  });

  it('says so when a credential could not be finished in that time', async () => {
    const program = await start({ DRAIN_SECONDS: '0' });
    const ada = new Visitor(program.url, api.apiKey);
    await ada.signIn('ada');
    // Telnyx never answers.
    api.createTogether = 2;
    const token = ada.get('/api/telnyx-token').catch(() => null);
    while (!api.requested.includes('POST /telephony_credentials')) {
      await ada.get('/api/session');
    }
    const closed = once(program.child, 'close');
    program.child.kill('SIGTERM');
    assert.deepEqual(await closed, [0, null]);
    const { msg, cause } = JSON.parse(program.log()) as Record<string, unknown>;
    assert.deepEqual(
      [msg, cause],
      ['Ended too early', 'Error: A credential may be left at Telnyx'],
    );
    await token;
  });

  for (const [first, second] of [
    ['SIGINT', 'SIGTERM'],
    ['SIGTERM', 'SIGTERM'],
  ] as const) {
    it(`ends at once by a second signal: ${second} after ${first}`, async () => {
      const program = await start({ LEAVE_SECONDS: '60' });
      const exit = once(program.child, 'exit');
      program.child.kill(first);
      while ((await fetch(`${program.url}/readyz`)).status !== 503);
      program.child.kill(second);
      assert.deepEqual(await exit, [null, second]);
    });
  }

  it('ends in time, and says why, where the stores cannot be closed', async () => {
    const app = createApp(readConfig(environmentOf(api, folder.path)), { createLogin });
    const server = await listen(app, { host: '127.0.0.1', port: 0, keepAliveSeconds: 5 });
    const told: string[] = [];
    const broken = { ...app, close: () => app.close().then(() => Promise.reject(new Error('No'))) };
    const times = { leaveSeconds: 0, drainSeconds: 1 };
    await drainServer(server, broken, times, (what, error) => {
      told.push(`${what}: ${String(error)}`);
    });
    assert.deepEqual(told, ['The stores could not be closed: Error: No']);
  });

  it('keeps no idle connection open', async () => {
    const program = await start();
    await fetch(`${program.url}/api/session`, { headers: { origin: siteOrigin } });
    const exit = once(program.child, 'exit');
    program.child.kill('SIGTERM');
    assert.deepEqual(await exit, [0, null]);
  });
});
