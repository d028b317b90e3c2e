// The file of credentials while another process has locked it.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import Database from 'libsql';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { environmentOf, makeFolder, type Site, startSite } from './site.ts';

const path = '/api/telnyx-token';

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let site: Site;
let other: Database.Database;

beforeEach(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
  const environment = environmentOf(api, folder.path);
  site = await startSite(environment);
  other = new Database(environment['DATABASE_FILE'] ?? '');
});

afterEach(async () => {
  other.close();
  await site.close();
  await Promise.all([api.close(), folder.remove()]);
});

describe('a locked file of credentials', { timeout: 60_000 }, () => {
  it('holds up the token, but nobody else', async () => {
    const ada = await site.visit('ada');
    other.exec('begin exclusive');
    const token = ada.get(path);
    const startMs = performance.now();
    assert.equal((await ada.get('/api/session')).status, 200);
    assert.ok(performance.now() - startMs < 2000, 'The whole server stood still.');
    other.exec('commit');
    assert.equal((await token).status, 200);
    assert.equal(api.credentials.made, 1);
  });

  it('costs no credential at Telnyx, however long it stays locked', async () => {
    const ada = await site.visit('ada');
    other.exec('begin immediate');
    assert.equal((await ada.get(path)).status, 500);
    assert.match(site.reports.join(), /No token could be made.*lock/);
    assert.equal(api.credentials.made, 0);
    other.exec('commit');
    assert.equal((await ada.get(path)).status, 200);
  });
});
