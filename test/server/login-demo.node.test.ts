// The site's server as `npm start` starts it: the page, the server and the stand-in of Telnyx work together.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { type Demo, startDemo } from '../../demo/start-demo.ts';

let demo: Demo;

before(async () => {
  demo = await startDemo({ port: 0 });
});

after(() => demo.close());

it('serves the page, with the endpoints that its element names', async () => {
  const response = await fetch(new URL('login/', demo.url));
  assert.equal(response.status, 200);
  const page = await response.text();
  assert.match(page, /token-url="\/api\/telnyx-token"/);
  assert.match(page, /conversation-url="\/api\/telnyx-conversation"/);
});

async function tokenFrom({ url }: Demo): Promise<string> {
  const { origin } = new URL(url);
  const session = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'ada' }),
  });
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const response = await fetch(`${origin}/api/telnyx-token`, { headers: { cookie } });
  assert.equal(response.status, 200);
  return response.text();
}

it('gives a signed-in user a token that lives for 150 s', async () => {
  const [, payload = ''] = (await tokenFrom(demo)).split('.');
  const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number };
  const seconds = exp - Date.now() / 1000;
  assert.ok(seconds > 140 && seconds <= 150, `${seconds} s`);
});

it('runs twice on one machine: neither takes the port, or the credentials, of the other', async () => {
  const second = await startDemo({ port: Number(new URL(demo.url).port) });
  try {
    assert.notEqual(second.url, demo.url);
    for (const each of [demo, second, demo]) await tokenFrom(each);
  } finally {
    await second.close();
  }
});

it('answers nothing else under /api', async () => {
  const response = await fetch(new URL('/api/else', demo.url));
  assert.equal(response.status, 404);
  assert.deepEqual(await response.json(), { error: 'Not found' });
});
