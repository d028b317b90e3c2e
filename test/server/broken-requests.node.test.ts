// What a visitor can send must not look to a proxy like a server that has failed: the proxy would ask no server then.

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { type Program, startProgram } from './program.ts';
import { type RealServer, startNginx, withoutNginx } from './real-servers.ts';
import { environmentOf, makeFolder, Visitor } from './site.ts';

const times = 150;
const body = 'x'.repeat(60_000);

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let programs: readonly Program[] = [];
let nginx: RealServer;

before(async () => {
  if (withoutNginx !== false) return;
  [api, folder] = await Promise.all([startTelnyxApi(), makeFolder()]);
  const environment = { ...environmentOf(api, folder.path), REQUESTS_PER_NETWORK: '100000' };
  programs = await Promise.all([startProgram(environment), startProgram(environment)]);
  const [one = '', other = ''] = programs.map(({ url }) => new URL(url).host);
  nginx = await startNginx([one, other]);
});

after(async () => {
  if (withoutNginx !== false) return;
  for (const { child } of programs) child.kill('SIGKILL');
  await nginx.close();
  await Promise.all([api.close(), folder.remove()]);
});

/** @returns the status. */
function send(head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(nginx.url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.once('error', reject);
    socket.once('close', () => resolve(answer.slice('HTTP/1.1 '.length).slice(0, 3)));
    const length = `Content-Length: ${body.length}`;
    socket.write(`${head}\r\nHost: site\r\nConnection: close\r\n${length}\r\n\r\n${body}`);
  });
}

const long = 'a'.repeat(7000);
const broken = {
  'of a method that there is not': ['FOO /api/telnyx-chat HTTP/1.1', '400'],
  'with a control character': ['POST /api/telnyx-chat HTTP/1.1\r\nX-A: \u0001', '400'],
  'with long headers': [`POST /api/no HTTP/1.1\r\nA: ${long}\r\nB: ${long}\r\nC: ${long}`, '404'],
  'with a flood of cookies': [
    `POST /api/telnyx-chat HTTP/1.1\r\nCookie: ${'telnyx_chat_=a;'.repeat(110)}`,
    '431',
  ],
} as const;

describe('requests behind nginx', { skip: withoutNginx, timeout: 120_000 }, () => {
  for (const [what, [head, status]] of Object.entries(broken)) {
    it(`${what} are refused, and hold up nobody`, async () => {
      const visitor = new Visitor(nginx.url, api.apiKey);
      const statuses = new Set<string>();
      const lanes = Array.from({ length: 6 }, async () => {
        for (let count = 0; count < times / 6; count += 1) statuses.add(await send(head));
      });
      const flood = Promise.all(lanes);
      for (let count = 0; count < 10; count += 1) {
        assert.equal((await visitor.get('/api/telnyx-chat?conversation_id=1')).status, 404);
      }
      await flood;
      assert.equal((await visitor.get('/api/telnyx-chat?conversation_id=1')).status, 404);
      assert.deepEqual([...statuses], [status]);
    });
  }
});
