// GET /api/telnyx-token, with the real `telnyx` package and a stand-in of Telnyx's REST API.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import WebSocket from 'ws';
import { startGateway } from '../../gateway/node/start-gateway.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { environmentOf, makeFolder, type Site, siteOrigin, startSite } from './site.ts';

const path = '/api/telnyx-token';

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let site: Site;

beforeEach(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
  site = await startSite({ ...environmentOf(api, folder.path), REQUESTS_PER_MINUTE: '5' });
});

afterEach(async () => {
  await site.close();
  await api.close();
  await folder.remove();
});

function claimsOf(token: string): { sub: string; exp: number } {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string; exp: number };
}

function credentialOf(userId: string): string | undefined {
  return api.credentials.all.find(({ name }) => name === `user-${userId}`)?.id;
}

describe('the token of a user', () => {
  it('is plain text, made from the user’s own credential, for 24 hours', async () => {
    const ada = await site.visit('ada');
    const { status, headers, body } = await ada.get(path);
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'text/plain; charset=utf-8');
    const { sub, exp } = claimsOf(body);
    assert.equal(sub, credentialOf('ada'));
    assert.ok(Math.abs(exp - Date.now() / 1000 - 24 * 3600) < 60);
  });

  it('is accepted by the local gateway', async () => {
    const token = (await (await site.visit('ada')).get(path)).body;
    const gateway = await startGateway();
    const socket = new WebSocket(gateway.url);
    await once(socket, 'open');
    const params = { login: '', passwd: '', login_token: token };
    socket.send(JSON.stringify({ jsonrpc: '2.0', id: 'login-1', method: 'login', params }));
    const [data] = (await once(socket, 'message')) as [Buffer];
    const { id, result } = JSON.parse(data.toString()) as { id: string; result: unknown };
    assert.equal(id, 'login-1');
    assert.ok(result);
    socket.terminate();
    await gateway.close();
  });

  it('is refused with 401 without a login, and Telnyx is not asked', async () => {
    const { status, body } = await (await site.visit()).get(path);
    assert.equal(status, 401);
    assert.deepEqual(JSON.parse(body), { error: 'Not authenticated' });
    assert.deepEqual(api.requested, []);
  });

  it('is refused to a forged session', async () => {
    const visitor = await site.visit('ada');
    const forged = Buffer.from('{"userId":"grace"}').toString('base64');
    visitor.setCookies = visitor.setCookies.map((cookie) =>
      cookie.replace(/^demo_session=[^;]*/, `demo_session=${forged}`),
    );
    assert.equal((await visitor.get(path)).status, 401);
  });

  it('is never for a user that the request names', async () => {
    const ada = await site.visit('ada');
    await (await site.visit('grace')).get(path);
    const attempts = [
      await ada.get(`${path}?user=grace&userId=grace&id=grace`),
      await ada.get(path, { 'x-user-id': 'grace', authorization: 'Bearer grace' }),
    ];
    for (const { body } of attempts) assert.equal(claimsOf(body).sub, credentialOf('ada'));
    assert.equal((await ada.get(`${path}/grace`)).status, 404);
  });

  it('is refused with 404 to a user who gets no credential, and none is made', async () => {
    const { status, body } = await (await site.visit('charles')).get(path);
    assert.equal(status, 404);
    assert.deepEqual(JSON.parse(body), { error: 'No credential found for user' });
    assert.equal(api.credentials.made, 0);
  });

  for (const upstream of [401, 422, 429, 500]) {
    it(`is refused with 500 in our own words when Telnyx answers ${upstream}`, async () => {
      api.refuseWith = upstream;
      const { status, headers, body } = await (await site.visit('ada')).get(path);
      assert.equal(status, 500);
      assert.equal(headers.get('retry-after'), null);
      assert.deepEqual(JSON.parse(body), { error: 'Token generation failed' });
      assert.match(site.reports.join(), new RegExp(`No token could be made.*${upstream}`));
      assert.equal(api.requested.length, 1);
    });
  }

  it('is refused with 500 when Telnyx cannot be reached', async () => {
    await api.close();
    assert.equal((await (await site.visit('ada')).get(path)).status, 500);
  });

  it('is limited for each user: 429 says when to come back', async () => {
    const ada = await site.visit('ada');
    for (let count = 0; count < 5; count += 1) assert.equal((await ada.get(path)).status, 200);
    const { status, headers, body } = await ada.get(path);
    assert.equal(status, 429);
    assert.deepEqual(JSON.parse(body), { error: 'Too many requests' });
    const seconds = Number(headers.get('retry-after'));
    assert.ok(seconds > 0 && seconds <= 60);
    assert.equal((await (await site.visit('grace')).get(path)).status, 200);
  });

  const origins = [
    { asks: 'a page of the site', headers: { 'sec-fetch-site': 'same-origin' }, status: 200 },
    { asks: 'a page that names the site', headers: { origin: siteOrigin }, status: 200 },
    { asks: 'another site', headers: { origin: 'https://evil.example' }, status: 403 },
    { asks: 'a sandboxed frame', headers: { origin: 'null' }, status: 403 },
    { asks: 'a script tag elsewhere', headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
    { asks: 'a sister domain', headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
  ];
  for (const { asks, headers, status } of origins) {
    it(`gets ${status} when ${asks} asks`, async () => {
      const ada = await site.visit('ada');
      assert.equal((await ada.get(path, headers)).status, status);
    });
  }
});

describe('the session of the demo login', () => {
  it('is a signed cookie that no script reads and no other site sends', async () => {
    const { setCookies } = await site.visit('ada');
    assert.ok(setCookies.some((cookie) => cookie.startsWith('demo_session.sig=')));
    for (const cookie of setCookies) {
      assert.match(cookie, /; httponly/i);
      assert.match(cookie, /; samesite=lax/i);
    }
  });

  it('does not begin from another site', async () => {
    const visitor = await site.visit();
    const evil = { origin: 'https://evil.example' };
    assert.equal((await visitor.post('/api/session', { user: 'ada' }, evil)).status, 403);
  });
});
