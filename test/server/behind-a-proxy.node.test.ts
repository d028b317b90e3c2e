// What a server needs that is one of several behind a balancer: its address, whom it believes, several origins and
// secrets, connections that stay open, and whether it wants visitors.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, afterEach, before, describe, it } from 'node:test';
import { createLogin } from '../../demo/demo-login.ts';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config.ts';
import { listen } from '../../server/src/http/listen.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { startProgram } from './program.ts';
import { environmentOf, idIn, makeFolder, type Site, startSite } from './site.ts';

const path = '/api/telnyx-chat';
const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };
const newSecret = 'Tm90IGEgc2VjcmV0IGJ1dCByYW5kb20gZW5vdWdo';
const oldSecret = 'QW5vdGhlciBvbmUgdGhhdCBpcyBsb25nIGVub3VnaA';

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
const sites: Site[] = [];

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
});

afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

after(async () => {
  await Promise.all([api.close(), folder.remove()]);
});

function environment(more: Readonly<Record<string, string>>): Record<string, string | undefined> {
  return { ...environmentOf(api, folder.path), ASSISTANT_IDS: 'assistant-1', ...more };
}

async function start(more: Readonly<Record<string, string>>): Promise<Site> {
  const site = await startSite(environment(more));
  sites.push(site);
  return site;
}

describe('several origins', () => {
  const two = 'http://localhost:5173, http://127.0.0.1:5173';

  it('may ask, and no others; a conversation has the one that it began at', async () => {
    const site = await start({ SITE_ORIGIN: two });
    const sites: (string | undefined)[] = [];
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:5173']) {
      const { status, body } = await (await site.visit()).post(path, message, { origin });
      assert.equal(status, 200);
      sites.push(api.chats.siteOf(idIn(body)));
    }
    assert.deepEqual(sites, ['http://localhost:5173', 'http://127.0.0.1:5173']);
    for (const origin of ['http://localhost', 'http://127.0.0.1:51730', two]) {
      assert.equal((await (await site.visit()).post(path, message, { origin })).status, 403);
    }
  });

  it('must all be right, and of the same scheme', () => {
    const origins = 'https://www.example.com,http://example.com/,http://example.com';
    const wrong = environment({ SITE_ORIGIN: origins, NODE_ENV: 'production' });
    assert.throws(() => readConfig(wrong), {
      message: [
        'SITE_ORIGIN, number 2, is not an origin: scheme and host, no path, no slash at the end.',
        'SITE_ORIGIN, number 3, is http: in production, visitors need https.',
        'SITE_ORIGIN has both http and https.',
      ].join('\n'),
    });
  });
});

describe('a new secret', () => {
  const list = '/api/telnyx-chat?conversation_id=';

  for (const user of [undefined, 'ada']) {
    it(`keeps what the old one has signed: ${user ? 'a user’s' : 'a browser’s'}`, async () => {
      const before = await (await start({ SESSION_SECRET: oldSecret })).visit(user);
      const id = idIn((await before.post(path, message)).body);
      const both = await (await start({ SESSION_SECRET: `${newSecret},${oldSecret}` })).visit();
      both.setCookies = before.setCookies;
      assert.equal((await both.get(list + id)).status, 200);
      // What is used is signed again, by the first secret.
      assert.equal((await both.post(path, { ...message, conversation_id: id })).status, 200);
      if (user !== undefined) await both.signIn(user);
      const later = await (await start({ SESSION_SECRET: newSecret })).visit();
      later.setCookies = before.setCookies;
      assert.equal((await later.get(list + id)).status, 404);
      later.setCookies = both.setCookies;
      assert.equal((await later.get(list + id)).status, 200);
    });
  }

  it('is checked as each other one', () => {
    const wrong = environment({
      SESSION_SECRET: `${newSecret}, short, ${'a'.repeat(40)}`,
      SITE_ORIGIN: 'https://www.example.com',
      NODE_ENV: 'production',
    });
    assert.throws(() => readConfig(wrong), {
      message: [
        'SESSION_SECRET, number 2, is shorter than 32 characters.',
        'SESSION_SECRET, number 3, is easy to guess: make it of random characters.',
      ].join('\n'),
    });
  });
});

describe('the proxies whose word is taken', () => {
  const forwarded = { origin: 'http://localhost:5173', 'x-forwarded-for': '203.0.113.9, 10.1.2.3' };

  /** How many of three visitors from two networks are answered, where each network may ask once. */
  async function answered(trustProxy: string, proxy = '10.1.2.3'): Promise<number> {
    const site = await start({ TRUST_PROXY: trustProxy, REQUESTS_PER_NETWORK: '1' });
    const statuses: number[] = [];
    for (const address of ['203.0.113.9', '198.51.100.9', '203.0.113.10']) {
      const headers = { ...forwarded, 'x-forwarded-for': `${address}, ${proxy}` };
      statuses.push((await (await site.visit()).post(path, message, headers)).status);
    }
    return statuses.filter((status) => status === 200).length;
  }

  it('are named by their networks', async () => {
    assert.equal(await answered('loopback, 10.0.0.0/8'), 2);
    assert.equal(await answered('loopback'), 1);
    assert.equal(await answered('192.0.2.1'), 1);
  });

  it('may write their ports behind their addresses', async () => {
    assert.equal(await answered('loopback, 10.0.0.0/8', '10.1.2.3:4567'), 2);
    assert.equal(await answered('loopback, fd00::/8', '[fd00::1]:4567'), 2);
    assert.equal(await answered('loopback, 10.0.0.0/8', '11.1.2.3:4567'), 1);
  });

  it('or counted', async () => {
    assert.equal(await answered('2'), 2);
    assert.equal(await answered('1'), 1);
  });

  it('are never all the world', () => {
    const names = ['true', '0', '10.0.0.0/33', 'proxy.example', '*', 'fe80::1%eth0'];
    const worlds = ['0.0.0.0/0', '::/0', '0.0.0.0/1, 128.0.0.0/1', '64.0.0.0/7', '2000::/3'];
    // All of IPv4, written as IPv6.
    const mapped = ['::ffff:0:0/96', '::ffff:0.0.0.0/97', '::/80', '::/8'];
    for (const wrong of [...names, ...worlds, ...mapped]) {
      assert.throws(
        () => readConfig(environment({ TRUST_PROXY: wrong })),
        /^Error: TRUST_PROXY is neither/,
        wrong,
      );
    }
  });
});

describe('the address to listen on', () => {
  it('must be one', () => {
    for (const host of ['example.com', '1.2.3', 'http://0.0.0.0']) {
      assert.throws(() => readConfig(environment({ HOST: host })), /^Error: HOST is no address/);
    }
  });
});

describe('a server that a balancer asks', { timeout: 60_000 }, () => {
  it('lives, and is ready, whoever asks', async () => {
    const visitor = await (await start({ REQUESTS_PER_NETWORK: '1' })).visit();
    for (const health of ['/healthz', '/readyz']) {
      for (let count = 0; count < 3; count += 1) {
        const { status, body } = await visitor.get(health, { origin: 'https://balancer.example' });
        assert.deepEqual([status, JSON.parse(body)], [200, { status: 'ok' }]);
      }
    }
  });

  it('gives a request half a minute to come, however long connections may be idle', async () => {
    const app = createApp(readConfig(environment({})), { createLogin });
    const server = await listen(app, { host: '127.0.0.1', port: 0, keepAliveSeconds: 3600 });
    assert.deepEqual([server.headersTimeout, server.requestTimeout], [30_000, 30_000]);
    server.close();
    await app.close();
  });

  it('keeps idle connections for longer than the balancer, and says when it leaves', async () => {
    const program = await startProgram(
      environment({ HOST: '0.0.0.0', KEEP_ALIVE_SECONDS: '90', LEAVE_SECONDS: '1' }),
    );
    const { port } = new URL(program.url);
    assert.equal(program.url, `http://0.0.0.0:${port}`);
    const url = `http://127.0.0.2:${port}`;
    const before = await fetch(`${url}/readyz`);
    assert.equal(before.status, 200);
    assert.equal(before.headers.get('keep-alive'), 'timeout=90');
    const exit = once(program.child, 'exit');
    program.child.kill('SIGTERM');
    let status = 200;
    // A connection of its own for each: what balancers begin now is still answered.
    while (status === 200) {
      const answer = await fetch(`${url}/readyz`, { headers: { connection: 'close' } });
      status = answer.status;
    }
    assert.equal(status, 503);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    assert.deepEqual(await exit, [0, null]);
  });
});
