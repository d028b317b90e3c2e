// Made-up cookies: none of them costs the server anything that lasts.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { startProgram } from './program.ts';
import { environmentOf, makeFolder, type Site, startSite } from './site.ts';

const path = '/api/telnyx-chat?conversation_id=1';

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
});

after(async () => {
  await Promise.all([api.close(), folder.remove()]);
});

function madeUp(count: number): string[] {
  return Array.from({ length: count }, () => `telnyx_chat_${randomBytes(16).toString('hex')}=1`);
}

describe('made-up cookies', { timeout: 180_000 }, () => {
  let site: Site;
  before(async () => {
    site = await startSite(environmentOf(api, folder.path));
  });
  after(() => site.close());

  it('are refused as a flood, in one sentence, before anything is looked up', async () => {
    const visitor = await site.visit();
    visitor.setCookies = madeUp(330);
    const { status, headers, body } = await visitor.get(path);
    assert.equal(status, 431);
    assert.deepEqual(JSON.parse(body), { error: 'Too many cookies' });
    assert.deepEqual(headers.getSetCookie(), []);
  });

  it('are no flood as long as a browser could have them', async () => {
    const visitor = await site.visit();
    visitor.setCookies = madeUp(21);
    assert.equal((await visitor.get(path)).status, 404);
  });

  it('that are broken in other ways are no cookies of ours', async () => {
    const visitor = await site.visit();
    for (const cookie of [
      'telnyx_chat_',
      '__proto__=1',
      '=',
      'a=%',
      ';;',
      '"',
      'telnyx_chat_x=%zz',
    ]) {
      visitor.setCookies = [];
      assert.equal((await visitor.get(path, { cookie })).status, 404, cookie);
    }
  });

  it('do not end the program, however many come', async () => {
    const program = await startProgram({
      ...environmentOf(api, folder.path),
      REQUESTS_PER_MINUTE: '1000',
    });
    for (let count = 0; count < 400; count += 1) {
      const response = await fetch(program.url + path, {
        headers: { cookie: madeUp(330).join('; ') },
      });
      assert.equal(response.status, 431);
      await response.body?.cancel();
    }
    assert.equal((await fetch(program.url + path)).status, 404);
    program.child.kill('SIGTERM');
    await once(program.child, 'exit');
  });
});
