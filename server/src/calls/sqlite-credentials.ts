// Keeps the users' credentials in a SQLite file, which several processes may share. While another one has
// locked it, only those wait who need it: SQLite's own waiting would hold up the whole process.

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import Database from 'libsql';
import { type Claim, claimMs, type CredentialStore } from './credential-store.ts';

const longestWaitMs = 4000;
const longestPauseMs = 100;

export class SqliteCredentials implements CredentialStore {
  readonly #database: Database.Database;

  readonly #claimMs: number;

  constructor(file: string, claimForMs = claimMs) {
    this.#claimMs = claimForMs;
    this.#database = new Database(file);
    // Nobody is served yet, so nobody is held up.
    this.#database.exec(`pragma busy_timeout = ${longestWaitMs}`);
    // Those who read do not hold up those who write.
    this.#database.exec('pragma journal_mode = wal');
    this.#database.exec(`
      create table if not exists telnyx_credentials (
        user_id text primary key,
        credential_id text not null,
        made_at text not null default current_timestamp
      ) strict;
      create table if not exists telnyx_claims (
        user_id text primary key,
        owner text not null,
        until_ms integer not null
      ) strict`);
    this.#database.exec('pragma busy_timeout = 0');
  }

  find(userId: string): Promise<string | null> {
    return whenUnlocked(() => {
      // `get` would leave the statement open, which keeps the file locked for the writers of other processes.
      const [row]: unknown[] = this.#database
        .prepare('select credential_id from telnyx_credentials where user_id = ?')
        .all(userId);
      return readCredentialId(row);
    });
  }

  async keep(userId: string, credentialId: string, goneId: string | null): Promise<string> {
    await this.#change(
      `insert into telnyx_credentials (user_id, credential_id) values (?, ?)
       on conflict (user_id) do update
         set credential_id = excluded.credential_id, made_at = current_timestamp
         where credential_id = ?`,
      [userId, credentialId, goneId],
    );
    return (await this.find(userId)) ?? credentialId;
  }

  async claim(userId: string): Promise<Claim | null> {
    const owner = randomUUID();
    const nowMs = Date.now();
    const untilMs = nowMs + this.#claimMs;
    const isFree = await this.#change(
      'insert into telnyx_claims values (?, ?, ?) on conflict do nothing',
      [userId, owner, untilMs],
    );
    const isTakenOver =
      !isFree &&
      (await this.#change(
        'update telnyx_claims set owner = ?, until_ms = ? where user_id = ? and until_ms < ?',
        [owner, untilMs, userId, nowMs],
      ));
    if (!isFree && !isTakenOver) return null;
    const release = async () => {
      const values = [userId, owner];
      await this.#change('delete from telnyx_claims where user_id = ? and owner = ?', values);
    };
    return { isTakenOver, release };
  }

  async check(): Promise<void> {
    await this.find('');
  }

  close(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }

  /** @returns whether a row was changed. */
  #change(statement: string, values: readonly (string | number | null)[]): Promise<boolean> {
    return whenUnlocked(() => {
      // Fails at once where another process writes. A statement that fails later would keep its locks.
      this.#database.exec('begin immediate');
      try {
        const { changes } = this.#database.prepare(statement).run(...values);
        this.#database.exec('commit');
        return changes > 0;
      } catch (error) {
        this.#database.exec('rollback');
        throw error;
      }
    });
  }
}

/** @throws what SQLite throws, once the file has been locked for too long. */
async function whenUnlocked<Result>(work: () => Result): Promise<Result> {
  const giveUpAtMs = performance.now() + longestWaitMs;
  for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || performance.now() > giveUpAtMs) throw error;
    }
    await setTimeout(pauseMs);
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}

function readCredentialId(row: unknown): string | null {
  if (typeof row !== 'object' || row === null || !('credential_id' in row)) return null;
  return typeof row.credential_id === 'string' ? row.credential_id : null;
}
