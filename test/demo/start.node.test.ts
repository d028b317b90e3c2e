// `npm start` as a program: it prints the studio's address first, and the studio is there.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, it } from 'node:test';
import { startGateway } from '../../gateway/node/start-gateway.ts';

const child = spawn(process.execPath, ['--import', 'tsx', 'demo/serve.ts'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});

after(async () => {
  child.kill();
  await once(child, 'exit');
});

it('begins with the studio', async () => {
  let printed = '';
  for await (const text of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += String(text);
    if (printed.includes('Ctrl+C')) break;
  }
  const url = /http:\/\/127\.0\.0\.1:\S+/.exec(printed)?.[0] ?? '';
  const response = await fetch(url);
  assert.equal(response.status, 200);
  assert.match(await response.text(), /<title>Studio/);
  for (const file of ['/custom-elements.json', '/release.json']) {
    const answer = await fetch(new URL(file, url));
    assert.equal(answer.headers.get('content-type'), 'application/json');
    assert.ok(await answer.json());
  }
});

it('has its gateway at the same address again, or at the next port when that is taken', async () => {
  const first = await startGateway();
  const port = Number(new URL(first.url).port);
  const second = await startGateway({ port });
  assert.ok(Number(new URL(second.url).port) > port);
  await first.close();
  const again = await startGateway({ port });
  assert.equal(again.url, first.url);
  await Promise.all([second.close(), again.close()]);
});
