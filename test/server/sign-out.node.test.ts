// The sign-out of a user with many conversations, behind a real nginx: it takes all of their cookies away, and nginx does
// not take the long answer for a server that has failed.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { type Program, startProgram } from './program.ts';
import { type RealServer, startNginx, withoutNginx } from './real-servers.ts';
import { environmentOf, makeFolder, Visitor } from './site.ts';

const conversations = 20;

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let program: Program;
let nginx: RealServer;

before(async () => {
  if (withoutNginx !== false) return;
  [api, folder] = await Promise.all([startTelnyxApi(), makeFolder()]);
  program = await startProgram({
    ...environmentOf(api, folder.path),
    ASSISTANT_IDS: 'assistant-1',
    REQUESTS_PER_MINUTE: '100',
  });
  const { host } = new URL(program.url);
  nginx = await startNginx([host, host]);
});

after(async () => {
  if (withoutNginx !== false) return;
  program.child.kill('SIGKILL');
  await nginx.close();
  await Promise.all([api.close(), folder.remove()]);
});

describe('a sign-out behind nginx', { skip: withoutNginx, timeout: 60_000 }, () => {
  it('takes all conversations away, and holds up nobody', async () => {
    const ada = new Visitor(nginx.url, api.apiKey);
    await ada.signIn('ada');
    const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };
    for (let count = 0; count < conversations; count += 1) {
      assert.equal((await ada.post('/api/telnyx-chat', message)).status, 200);
    }
    assert.equal((await ada.delete('/api/session')).status, 204);
    assert.deepEqual(
      ada.setCookies.filter((cookie) => cookie.startsWith('telnyx_chat_')),
      [],
    );
    const other = new Visitor(nginx.url, api.apiKey);
    assert.equal((await other.post('/api/telnyx-chat', message)).status, 200);
  });
});
