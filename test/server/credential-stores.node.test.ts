// Each store of credentials keeps the same contract, whichever process asks: a SQLite file, PostgreSQL, and a remote
// libSQL.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { CredentialStore } from '../../server/src/calls/credential-store.ts';
import { PostgresCredentials } from '../../server/src/calls/postgres-credentials.ts';
import { readRemoteAddress } from '../../server/src/calls/remote-address.ts';
import { RemoteLibsql } from '../../server/src/calls/remote-libsql.ts';
import { SqliteCredentials, sqliteTables } from '../../server/src/calls/sqlite-credentials.ts';
import { SqliteFile } from '../../server/src/calls/sqlite-file.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { type Program, startProgram } from './program.ts';
import {
  type RealServer,
  startPostgres,
  startSqld,
  withoutPostgres,
  withoutSqld,
} from './real-servers.ts';
import { environmentOf, makeFolder, Visitor } from './site.ts';

const claimMs = 200;

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let postgres: RealServer | null = null;
let sqld: RealServer | null = null;
const opened: CredentialStore[] = [];
const programs: Program[] = [];

before(async () => {
  [api, folder] = await Promise.all([startTelnyxApi(), makeFolder()]);
  if (withoutPostgres === false) postgres = await startPostgres();
  if (withoutSqld === false) sqld = await startSqld();
});
afterEach(async () => {
  for (const { child } of programs.splice(0)) child.kill('SIGKILL');
  await Promise.all(opened.splice(0).map((store) => store.close()));
});
after(async () => {
  await Promise.all([api.close(), folder.remove(), postgres?.close(), sqld?.close()]);
});

interface Kind {
  readonly skip: false | string;
  open(): CredentialStore;
  /** What a process needs that uses it. */
  environment(): Readonly<Record<string, string>>;
}

const kinds: Readonly<Record<string, Kind>> = {
  SQLite: {
    skip: false,
    open: () => {
      const file = new SqliteFile(join(folder.path, 'contract.db'), sqliteTables);
      return new SqliteCredentials(file, claimMs);
    },
    environment: () => ({ DATABASE_FILE: join(folder.path, 'programs.db') }),
  },
  PostgreSQL: {
    skip: withoutPostgres,
    open: () => new PostgresCredentials(postgres?.url ?? '', (what) => assert.fail(what), claimMs),
    environment: () => ({ DATABASE_URL: postgres?.url ?? '' }),
  },
  libSQL: {
    skip: withoutSqld,
    open: () => {
      const address = readRemoteAddress(sqld?.url ?? '');
      assert.ok(address);
      return new SqliteCredentials(new RemoteLibsql(address, sqliteTables), claimMs);
    },
    environment: () => ({ DATABASE_URL: sqld?.url ?? '' }),
  },
};

function openTwo(kind: Kind): readonly [CredentialStore, CredentialStore] {
  const both = [kind.open(), kind.open()] as const;
  opened.push(...both);
  return both;
}

for (const [name, kind] of Object.entries(kinds)) {
  describe(`credentials kept in ${name}`, { skip: kind.skip, timeout: 60_000 }, () => {
    it('are found by every process, each for its user, whatever the user is called', async () => {
      // Both make the tables.
      const [one, other] = openTwo(kind);
      await Promise.all([one.check(), other.check()]);
      const users = ['ada', "o'hara", 'Ünï 🦊', "'; drop table telnyx_credentials; --", ''];
      for (const user of users) {
        assert.equal(await one.find(user), null);
        assert.equal(await one.keep(user, `credential of ${user}`, null), `credential of ${user}`);
        assert.equal(await other.find(user), `credential of ${user}`);
      }
    });

    it('are kept once: the first one stays', async () => {
      const [one, other] = openTwo(kind);
      const kept = await Promise.all([one.keep('two', 'a', null), other.keep('two', 'b', null)]);
      assert.equal(kept[0], kept[1]);
      assert.equal(await one.find('two'), kept[0]);
    });

    it('replace the one that is gone, and no other', async () => {
      const [one, other] = openTwo(kind);
      await one.keep('lost', 'a', null);
      assert.equal(await other.keep('lost', 'b', 'a'), 'b');
      assert.equal(await one.keep('lost', 'c', 'a'), 'b');
    });

    it('are claimed by one process at a time', async () => {
      const [one, other] = openTwo(kind);
      const claims = await Promise.all([one.claim('new'), other.claim('new'), one.claim('new')]);
      const [claim, ...more] = claims.filter((each) => each !== null);
      assert.ok(claim && more.length === 0);
      assert.equal(claim.isTakenOver, false);
      assert.ok(await other.claim('another'), 'A claim is for one user.');
      await claim.release();
      assert.equal((await other.claim('new'))?.isTakenOver, false);
    });

    it('are claimed again, by one process, after a claim that was never released', async () => {
      const [gone, other] = openTwo(kind);
      const claim = await gone.claim('killed');
      assert.equal(await other.claim('killed'), null);
      await setTimeout(claimMs + 20);
      const claims = await Promise.all([other.claim('killed'), gone.claim('killed')]);
      assert.deepEqual(
        claims.map((each) => each?.isTakenOver).filter((each) => each !== undefined),
        [true],
      );
      // What was taken over is no longer theirs to give back.
      await claim?.release();
      assert.equal(await gone.claim('killed'), null);
    });

    it('are one for each user, when two programs are asked at once', async () => {
      const environment = {
        ...environmentOf(api, folder.path),
        ...kind.environment(),
        REQUESTS_PER_MINUTE: '1000',
      };
      api.credentials.deleteAll();
      api.requested.splice(0);
      programs.push(...(await Promise.all([startProgram(environment), startProgram(environment)])));
      const asked = ['ada', 'grace'].flatMap((user) =>
        programs.flatMap((program) =>
          Array.from({ length: 5 }, async () => {
            const visitor = new Visitor(program.url, api.apiKey);
            await visitor.signIn(user);
            return (await visitor.get('/api/telnyx-token')).status;
          }),
        ),
      );
      assert.deepEqual(new Set(await Promise.all(asked)), new Set([200]));
      const made = api.requested.filter((each) => each === 'POST /telephony_credentials').length;
      assert.equal(made, 2);
      assert.equal(api.credentials.all.length, 2);
      const exits = programs.map(({ child }) => once(child, 'exit'));
      for (const { child } of programs) child.kill('SIGTERM');
      assert.deepEqual(await Promise.all(exits), [
        [0, null],
        [0, null],
      ]);
    });
  });
}
