// A disk without room for the log: whoever is refused could fill it, so it must not end the process.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { siteOrigin } from './site.ts';

const full = '/dev/full';
const skip = !existsSync(full) && `${full} is not to be had`;

describe('a log that cannot be written', { skip, timeout: 60_000 }, () => {
  it('ends neither the process nor the answer', async () => {
    const log = openSync(full, 'w');
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/main.ts'], {
      env: {
        PATH: process.env['PATH'],
        TELNYX_API_KEY: 'KEY-of-a-test',
        SITE_ORIGIN: siteOrigin,
        SESSION_SECRET: 'a secret that is long enough for a test',
        ASSISTANT_IDS: 'assistant-1',
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', log],
    });
    closeSync(log);
    assert.ok(child.stdout);
    let said = '';
    while (!/Listening on http:\S+:\d+/.test(said)) {
      said += String((await once(child.stdout, 'data'))[0]);
    }
    const url = /http:\S+:\d+/.exec(said)?.[0] ?? '';
    const headers = { origin: 'https://evil.example' };
    for (let count = 0; count < 3; count += 1) {
      const { status } = await fetch(`${url}/api/telnyx-chat`, { method: 'POST', headers });
      assert.equal(status, 403);
    }
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await exit, [0, null]);
  });
});
