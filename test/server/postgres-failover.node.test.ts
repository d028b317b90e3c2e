// What a real PostgreSQL answers during and after a failover, and where it wants a transaction to be repeated.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { PostgresCredentials } from '../../server/src/calls/postgres-credentials.ts';
import { type MovableAddress, openAddress } from './movable-address.ts';
import { type RealServer, startPostgres, withoutPostgres } from './real-servers.ts';

let postgres: RealServer;
let admin: pg.Client;
let address: MovableAddress;
let store: PostgresCredentials;

beforeEach(async () => {
  if (withoutPostgres !== false) return;
  postgres = await startPostgres();
  admin = new pg.Client(postgres.url);
  admin.on('error', () => {});
  await admin.connect();
  address = await openAddress(Number(new URL(postgres.url).port));
  store = new PostgresCredentials(`postgres://site@127.0.0.1:${address.port}/postgres`, () => {});
});

afterEach(async () => {
  if (withoutPostgres !== false) return;
  await store.close();
  await address.close();
  await admin.end().catch(() => {});
  await postgres.close();
});

const others = `from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`;

/** New connections begin with the setting. */
async function set(setting: string): Promise<void> {
  await admin.query(`alter database postgres set ${setting}`);
  await admin.query(`select pg_terminate_backend(pid) ${others}`);
}

/** Resolves once a statement of the store waits for a lock. */
async function isWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await admin.query(`select 1 ${others} and wait_event_type = 'Lock'`);
    if (rows.length > 0) return;
    await setTimeout(5);
  }
}

describe('a PostgreSQL', { skip: withoutPostgres, timeout: 60_000 }, () => {
  for (const level of ['repeatable read', 'serializable']) {
    it(`that undoes one of two transactions is asked again: ${level}`, async () => {
      await store.check();
      await set(`default_transaction_isolation = '${level}'`);
      while (
        !(await store.check().then(
          () => true,
          () => false,
        ))
      );
      const other = new pg.Client(postgres.url);
      await other.connect();
      await other.query('begin');
      await other.query(
        `insert into telnyx_claims values ('ada', 'other', now() + interval '1 h')`,
      );
      const claim = store.claim('ada');
      await isWaiting();
      await other.query('commit');
      await other.end();
      assert.equal(await claim, null);
    });
  }

  it('that is another one now, without tables, gets them', async () => {
    await store.keep('ada', 'first', null);
    await admin.query('drop table telnyx_credentials, telnyx_claims');
    assert.equal(await store.find('ada'), null);
    assert.equal(await store.keep('ada', 'second', null), 'second');
  });

  it('that can only be read is read, and written to when it can be', async () => {
    await store.keep('ada', 'first', null);
    await set('default_transaction_read_only = on');
    while ((await store.find('ada').catch(() => null)) !== 'first');
    const begun = new PostgresCredentials(postgres.url, () => {});
    assert.equal(await begun.find('ada'), 'first');
    await begun.close();
    await assert.rejects(store.keep('grace', 'second', null), { code: '25006' });
    await admin.query('set default_transaction_read_only = off');
    await admin.query('alter database postgres reset default_transaction_read_only');
    assert.equal(await store.keep('grace', 'second', null), 'second');
  });

  it('that has frozen is left for the one to which its address leads then', async () => {
    const next = await startPostgres();
    await store.keep('ada', 'first', null);
    // Each connection has a process of its own.
    const { rows } = await admin.query<{ pid: number }>(`select pid ${others}`);
    for (const { pid } of rows) process.kill(pid, 'SIGSTOP');
    address.leadTo(Number(new URL(next.url).port));
    await assert.rejects(store.find('ada'));
    assert.equal(await store.keep('ada', 'second', null), 'second');
    for (const { pid } of rows) process.kill(pid, 'SIGCONT');
    await store.close();
    await next.close();
    store = new PostgresCredentials(postgres.url, () => {});
  });
});
