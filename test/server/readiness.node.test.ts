// A balancer, or anybody else, asks /readyz: however often, the database is asked once in a second.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { type RawApi, startRawApi } from '../telnyx-api/start-raw-api.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { startSqld, withoutSqld } from './real-servers.ts';
import { environmentOf, makeFolder, type Site, startSite } from './site.ts';

const flood = 200;

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;

before(async () => {
  [api, folder] = await Promise.all([startTelnyxApi(), makeFolder()]);
});

after(async () => {
  await Promise.all([api.close(), folder.remove()]);
});

/** How many answers there are of each status. */
async function ask(site: Site, count: number): Promise<Readonly<Record<number, number>>> {
  const visitor = await site.visit();
  const counts: Record<number, number> = {};
  await Promise.all(
    Array.from({ length: count }, async () => {
      const { status } = await visitor.get('/readyz');
      counts[status] = (counts[status] ?? 0) + 1;
    }),
  );
  return counts;
}

describe('a flood of /readyz', { timeout: 60_000 }, () => {
  let database: RawApi;
  let site: Site;
  let asked = 0;

  beforeEach(async () => {
    asked = 0;
    database = await startRawApi();
    const url = database.url.replace('/v2', '');
    site = await startSite({ ...environmentOf(api, folder.path), DATABASE_URL: url });
  });

  afterEach(async () => {
    await site.close();
    await database.close();
  });

  it('is one question to a database that does not answer, and is told so in time', async () => {
    database.answer = () => {
      asked += 1;
    };
    const startMs = performance.now();
    assert.deepEqual(await ask(site, flood), { 503: flood });
    // Those who come later do not wait anew.
    assert.deepEqual(await ask(site, flood), { 503: flood });
    assert.ok(performance.now() - startMs < 3900, 'They waited twice.');
    assert.equal(asked, 1);
  });

  it('is a question in a second to one that does', async () => {
    database.answer = (_request, response) => {
      asked += 1;
      response.writeHead(500).end();
    };
    const startMs = performance.now();
    while (asked < 2) assert.deepEqual(await ask(site, 20), { 503: 20 });
    const seconds = (performance.now() - startMs) / 1000;
    assert.ok(seconds >= 1, `It was asked again after ${seconds} s.`);
  });
});

describe('a database that was away', { skip: withoutSqld, timeout: 60_000 }, () => {
  it('is noticed again within seconds', async () => {
    const sqld = await startSqld();
    const site = await startSite({ ...environmentOf(api, folder.path), DATABASE_URL: sqld.url });
    const visitor = await site.visit();
    const becomes = async (status: number) => {
      while ((await visitor.get('/readyz')).status !== status);
    };
    await becomes(200);
    sqld.pause();
    await becomes(503);
    sqld.resume();
    await becomes(200);
    await site.close();
    await sqld.close();
  });
});
