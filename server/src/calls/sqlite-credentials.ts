// Keeps the users' credentials in a database that speaks SQLite's SQL: a file, or a remote libSQL.

import { randomUUID } from 'node:crypto';
import { type Claim, claimMs, type CredentialStore } from './credential-store.ts';
import type { SqlDatabase } from './sql-database.ts';

export const sqliteTables: readonly string[] = [
  `create table if not exists telnyx_credentials (
     user_id text primary key,
     credential_id text not null,
     made_at text not null default current_timestamp
   ) strict`,
  `create table if not exists telnyx_claims (
     user_id text primary key,
     owner text not null,
     until_ms integer not null
   ) strict`,
];

/** The database's own clock: those of several machines differ. */
const nowMs = `cast(unixepoch('subsec') * 1000 as integer)`;

export class SqliteCredentials implements CredentialStore {
  readonly #database: SqlDatabase;
  readonly #claimMs: number;

  /** @param database has the tables. */
  constructor(database: SqlDatabase, claimForMs = claimMs) {
    this.#database = database;
    this.#claimMs = claimForMs;
  }

  async find(userId: string): Promise<string | null> {
    const [row] = await this.#database.read(
      'select credential_id from telnyx_credentials where user_id = ?',
      [userId],
    );
    return readCredentialId(row);
  }

  async keep(userId: string, credentialId: string, goneId: string | null): Promise<string> {
    await this.#database.change(
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
    const isFree = await this.#database.change(
      `insert into telnyx_claims values (?, ?, ${nowMs} + ?) on conflict do nothing`,
      [userId, owner, this.#claimMs],
    );
    const lapsed = isFree ? null : await this.#findLapsed(userId);
    const isTakenOver =
      lapsed !== null &&
      (await this.#database.change(
        `update telnyx_claims set owner = ?, until_ms = ${nowMs} + ? where user_id = ? and owner = ?`,
        [owner, this.#claimMs, userId, lapsed.owner],
      ));
    if (!isFree && !isTakenOver) return null;
    const release = async () => {
      const values = [userId, owner];
      const statement = 'delete from telnyx_claims where user_id = ? and owner = ?';
      await this.#database.change(statement, values);
    };
    return { isTakenOver, lapsedMs: lapsed?.lapsedMs ?? 0, release };
  }

  /** The claim that was never released, and whose time is over. */
  async #findLapsed(userId: string): Promise<Lapsed | null> {
    const [row] = await this.#database.read(
      `select owner, ${nowMs} - until_ms as lapsed_ms from telnyx_claims
       where user_id = ? and until_ms < ${nowMs}`,
      [userId],
    );
    return readLapsed(row);
  }

  async check(): Promise<void> {
    await this.find('');
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

interface Lapsed {
  readonly owner: string;
  readonly lapsedMs: number;
}

function readLapsed(row: unknown): Lapsed | null {
  const { owner, lapsed_ms } = { ...Object(row) } as { owner?: unknown; lapsed_ms?: unknown };
  return typeof owner === 'string' ? { owner, lapsedMs: Number(lapsed_ms) } : null;
}

function readCredentialId(row: unknown): string | null {
  if (typeof row !== 'object' || row === null || !('credential_id' in row)) return null;
  return typeof row.credential_id === 'string' ? row.credential_id : null;
}
