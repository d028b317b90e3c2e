// What `npm run start:server` starts: the page, the server and the stand-in fit together.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { type LoginDemo, startLoginDemo } from '../../demo/start-login-demo.ts';
import { makeFolder } from './site.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
let demo: LoginDemo;

before(async () => {
  folder = await makeFolder();
  demo = await startLoginDemo({ port: 0, tokenLifeSeconds: 150, folder: folder.path });
});

after(async () => {
  await demo.close();
  await folder.remove();
});

it('serves the page, with the endpoints that its element names', async () => {
  const response = await fetch(demo.pageUrl);
  assert.equal(response.status, 200);
  const page = await response.text();
  assert.match(page, /token-url="\/api\/telnyx-token"/);
  assert.match(page, /conversation-url="\/api\/telnyx-conversation"/);
});

it('gives whoever is signed in a token that ends while one watches', async () => {
  const { origin } = new URL(demo.url);
  const session = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'ada' }),
  });
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const token = await (await fetch(`${origin}/api/telnyx-token`, { headers: { cookie } })).text();
  const [, payload = ''] = token.split('.');
  const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number };
  const seconds = exp - Date.now() / 1000;
  assert.ok(seconds > 140 && seconds <= 150, `${seconds} s`);
});

it('answers nothing else under /api', async () => {
  const response = await fetch(new URL('/api/else', demo.url));
  assert.equal(response.status, 404);
  assert.deepEqual(await response.json(), { error: 'Not found' });
});
