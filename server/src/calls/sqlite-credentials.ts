// Keeps the users' credentials in a SQLite file, which several processes may share. While another one has
// locked it, only those wait who need it: SQLite's own waiting would hold up the whole process.

import { setTimeout } from 'node:timers/promises';
import Database from 'libsql';
import type { CredentialStore } from './credential-store.ts';

const longestWaitMs = 4000;
const longestPauseMs = 100;

export class SqliteCredentials implements CredentialStore {
  readonly #database: Database.Database;

  constructor(file: string) {
    this.#database = new Database(file);
    // Nobody is served yet, so nobody is held up.
    this.#database.exec(`pragma busy_timeout = ${longestWaitMs}`);
    this.#database.exec(`
      create table if not exists telnyx_credentials (
        user_id text primary key,
        credential_id text not null,
        made_at text not null default current_timestamp
      ) strict`);
    this.#database.exec('pragma busy_timeout = 0');
  }

  find(userId: string): Promise<string | null> {
    return whenUnlocked(() => {
      const row: unknown = this.#database
        .prepare('select credential_id from telnyx_credentials where user_id = ?')
        .get(userId);
      return readCredentialId(row);
    });
  }

  async keep(userId: string, credentialId: string, goneId: string | null): Promise<string> {
    await whenUnlocked(() =>
      this.#database
        .prepare(
          `insert into telnyx_credentials (user_id, credential_id) values (?, ?)
           on conflict (user_id) do update
             set credential_id = excluded.credential_id, made_at = current_timestamp
             where credential_id = ?`,
        )
        .run(userId, credentialId, goneId),
    );
    return (await this.find(userId)) ?? credentialId;
  }

  async check(): Promise<void> {
    await this.find('');
  }

  close(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
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
