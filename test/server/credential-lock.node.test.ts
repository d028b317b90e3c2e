// The file of credentials while another process has locked it.

import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import Database from 'libsql';
import { sqliteTables } from '../../server/src/calls/sqlite-credentials.ts';
import { SqliteFile } from '../../server/src/calls/sqlite-file.ts';
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

describe('a file of credentials that a crash has left', { timeout: 60_000 }, () => {
  it('is read by all who ask at once: one of them mends it', async () => {
    const crashed = join(folder.path, 'crashed.db');
    const writer = new Database(crashed);
    writer.exec('pragma journal_mode = wal');
    writer.exec('pragma wal_autocheckpoint = 0');
    writer.exec('create table filling (text text)');
    const rows =
      'with recursive row(n) as (select 1 union all select n + 1 from row where n < 2000)';
    writer.exec(`insert into filling ${rows} select hex(randomblob(5000)) from row`);

    const left = join(folder.path, 'left.db');
    const files = [1, 2, 3, 4].map(() => new SqliteFile(left, []));
    // A copy has no index of the log, as after a crash.
    await copyFile(crashed, left);
    await copyFile(`${crashed}-wal`, `${left}-wal`);
    writer.close();
    const counts = files.map((file) => file.read('select count(*) as count from filling', []));
    const results = await Promise.allSettled(counts);
    await Promise.all(files.map((file) => file.close()));
    const value = [{ count: 2000 }];
    assert.deepEqual(
      results,
      files.map(() => ({ status: 'fulfilled', value })),
    );
  });
});

describe('a slow file of credentials', { timeout: 60_000 }, () => {
  it('holds up nobody but those who need it', async () => {
    const file = new SqliteFile(join(folder.path, 'slow.db'), sqliteTables);
    // Takes about as long as a disk that has to spin up.
    const slow = file.read(
      `with recursive counter(n) as (select 1 union all select n + 1 from counter where n < 3000000)
       select count(*) as count from counter`,
      [],
    );
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 10);
    assert.deepEqual(await slow, [{ count: 3_000_000 }]);
    clearInterval(counting);
    await file.close();
    assert.ok(turns > 10, `The process had ${turns} turns meanwhile.`);
  });
});
