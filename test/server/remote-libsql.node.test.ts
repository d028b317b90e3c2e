// A remote libSQL that is away, never answers, answers with anything, or sends the token elsewhere.

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { readRemoteAddress } from '../../server/src/calls/remote-address.ts';
import { RemoteLibsql } from '../../server/src/calls/remote-libsql.ts';
import { SqliteCredentials, sqliteTables } from '../../server/src/calls/sqlite-credentials.ts';
import {
  type RawAnswer,
  type RawApi,
  startRawApi,
  writeForEver,
} from '../telnyx-api/start-raw-api.ts';
import { startTelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { startSqld, withoutSqld } from './real-servers.ts';
import { environmentOf, makeFolder, startSite } from './site.ts';

const servers: RawApi[] = [];

afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serve(answer: RawAnswer): Promise<string> {
  const server = await startRawApi();
  servers.push(server);
  server.answer = answer;
  return server.url;
}

function open(url: string): SqliteCredentials {
  const address = readRemoteAddress(url);
  assert.ok(address);
  return new SqliteCredentials(new RemoteLibsql(address, sqliteTables));
}

describe('a remote database that is none', { timeout: 60_000 }, () => {
  it('is given up within seconds if it never answers', async () => {
    const store = open(await serve(() => undefined));
    const startMs = performance.now();
    await assert.rejects(store.find('ada'));
    assert.ok(performance.now() - startMs < 6000);
  });

  it('is given up within seconds if its answer never ends', async () => {
    const store = open(
      await serve((_request, response) => {
        response.write('{"results": [');
        const timer = setInterval(() => response.write(' '), 100);
        response.once('close', () => clearInterval(timer));
      }),
    );
    const startMs = performance.now();
    await assert.rejects(store.find('ada'));
    assert.ok(performance.now() - startMs < 6000);
  });

  for (const status of [200, 500]) {
    it(`is not read on where it floods, with ${status}`, async () => {
      let flood = { bytes: () => 0 };
      const url = await serve((_request, response) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.write('{"message": "');
        flood = writeForEver(response, 'word '.repeat(10_000));
      });
      await assert.rejects(open(url).find('ada'), /too long/);
      assert.ok(flood.bytes() < 20_000_000, `${flood.bytes()} bytes were read`);
    });
  }

  for (const body of ['', 'null', '[]', '{}', '{"results": null}', '{"results": [1, 2]}', '<p>']) {
    it(`has no credential where it says ${body || 'nothing'}`, async () => {
      const store = open(await serve((_request, response) => response.end(body)));
      await assert.rejects(store.find('ada'));
      await assert.rejects(store.claim('ada'));
    });
  }

  it('gets the token, and nobody to whom it sends on', async () => {
    let asked = 0;
    const elsewhere = await serve((_request, response) => {
      asked += 1;
      response.end();
    });
    const url = await serve((_request, response) => {
      response.writeHead(307, { location: elsewhere }).end();
    });
    await assert.rejects(open(`${url}?authToken=a-token`).find('ada'));
    assert.equal(asked, 0);
  });
});

describe('a remote libSQL', { skip: withoutSqld, timeout: 60_000 }, () => {
  it('is asked again after it was away, and refuses a wrong token, which no line shows', async () => {
    const [api, folder, sqld] = await Promise.all([startTelnyxApi(), makeFolder(), startSqld()]);
    const environment = { ...environmentOf(api, folder.path), REQUESTS_PER_MINUTE: '1000' };
    const site = await startSite({ ...environment, DATABASE_URL: sqld.url });
    const ada = await site.visit('ada');
    sqld.pause();
    assert.equal((await ada.get('/api/telnyx-token')).status, 500);
    assert.equal(api.credentials.made, 0);
    sqld.resume();
    assert.equal((await ada.get('/api/telnyx-token')).status, 200);
    assert.equal(api.credentials.made, 1);
    await site.close();

    const wrong = sqld.url.replace(/.$/, '');
    const refused = await startSite({ ...environment, DATABASE_URL: wrong });
    assert.equal((await (await refused.visit('ada')).get('/api/telnyx-token')).status, 500);
    assert.match(refused.reports.join(), /No token could be made.*401/);
    const token = new URL(wrong).searchParams.get('authToken') ?? '';
    assert.ok(token.length > 50 && !refused.reports.join().includes(token));
    await refused.close();
    await Promise.all([api.close(), folder.remove(), sqld.close()]);
  });
});
