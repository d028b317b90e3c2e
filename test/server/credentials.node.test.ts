// Each user has one credential: also when requests come at the same time, after a restart, with a second
// process, and when Telnyx has lost the credential.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SqliteCredentials, sqliteTables } from '../../server/src/calls/sqlite-credentials.ts';
import { SqliteFile } from '../../server/src/calls/sqlite-file.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { environmentOf, makeFolder, type Site, startSite } from './site.ts';

const path = '/api/telnyx-token';

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
const sites: Site[] = [];

beforeEach(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
});

afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
  await api.close();
  await folder.remove();
});

async function start(): Promise<Site> {
  const site = await startSite(environmentOf(api, folder.path));
  sites.push(site);
  return site;
}

async function tokenFrom(site: Site, user: string): Promise<number> {
  return (await (await site.visit(user)).get(path)).status;
}

describe('the credential of a user', () => {
  it('is one, however many ask at first', async () => {
    const site = await start();
    const ada = await site.visit('ada');
    const answers = await Promise.all(Array.from({ length: 10 }, () => ada.get(path)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(api.credentials.made, 1);
  });

  it('is not the credential of another user', async () => {
    const site = await start();
    await tokenFrom(site, 'ada');
    await tokenFrom(site, 'grace');
    const names = api.credentials.all.map(({ name }) => name);
    assert.deepEqual(names, ['user-ada', 'user-grace']);
  });

  it('is kept over a restart', async () => {
    await tokenFrom(await start(), 'ada');
    await sites.pop()?.close();
    assert.equal(await tokenFrom(await start(), 'ada'), 200);
    assert.equal(api.credentials.made, 1);
  });

  it('is made by one of two processes, while the other waits', async () => {
    const both = [await start(), await start()];
    const asked = [...both, ...both].map((site) => tokenFrom(site, 'ada'));
    assert.deepEqual(await Promise.all(asked), [200, 200, 200, 200]);
    assert.equal(api.credentials.made, 1);
  });

  for (const ignoresFilters of [false, true])
    it(`is found again after a process was killed that had made it, but not kept it${ignoresFilters ? ', also where Telnyx lists all' : ''}`, async () => {
      api.ignoresFilters = ignoresFilters;
      const { DATABASE_FILE = '' } = environmentOf(api, folder.path);
      const killed = new SqliteCredentials(new SqliteFile(DATABASE_FILE, sqliteTables), 1);
      assert.ok(await killed.claim('ada'));
      api.credentials.create('user-grace', api.connectionId);
      const { id } = api.credentials.create('user-ada', api.connectionId);
      assert.equal(await tokenFrom(await start(), 'ada'), 200);
      assert.equal(await killed.find('ada'), id);
      await killed.close();
      assert.equal(api.credentials.made, 2);
    });

  it('is found again among those of many users', async () => {
    api.ignoresFilters = true;
    const { DATABASE_FILE = '' } = environmentOf(api, folder.path);
    const killed = new SqliteCredentials(new SqliteFile(DATABASE_FILE, sqliteTables), 1);
    assert.ok(await killed.claim('ada'));
    for (let user = 0; user < 250; user += 1) {
      api.credentials.create(`user-${user}`, api.connectionId);
    }
    const { id } = api.credentials.create('user-ada', api.connectionId);
    assert.equal(await tokenFrom(await start(), 'ada'), 200);
    assert.equal(await killed.find('ada'), id);
    await killed.close();
  });

  it('is replaced once, for all who ask, when Telnyx has lost it', async () => {
    const site = await start();
    await tokenFrom(site, 'ada');
    api.credentials.deleteAll();
    const ada = await site.visit('ada');
    const answers = await Promise.all(Array.from({ length: 5 }, () => ada.get(path)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(api.credentials.made, 2);
    assert.equal(await tokenFrom(site, 'ada'), 200);
    assert.equal(api.credentials.made, 2);
  });

  it('is not replaced for ever when Telnyx knows no credential at all', async () => {
    const site = await start();
    api.forgetsCredentials = true;
    assert.equal(await tokenFrom(site, 'ada'), 500);
    assert.equal(api.credentials.made, 2);
  });

  it('is made by the next request when the first one failed', async () => {
    const site = await start();
    api.refuseWith = 500;
    assert.equal(await tokenFrom(site, 'ada'), 500);
    api.refuseWith = null;
    assert.equal(await tokenFrom(site, 'ada'), 200);
    assert.equal(api.credentials.made, 1);
  });
});
