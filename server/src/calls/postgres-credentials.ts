// Keeps the users' credentials in PostgreSQL, which processes on many machines may share.

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Report } from '../log/report.ts';
import { type Claim, claimMs, type CredentialStore } from './credential-store.ts';

const answerMs = 4000;
const mostConnections = 5;
const mostAttempts = 5;
const pauseMs = 10;
const readOnly = '25006';
const noTable = '42P01';
/** PostgreSQL has undone the transaction in favour of another one, or is another one now. */
const toRepeat: readonly unknown[] = ['40001', '40P01', noTable];

/** All in one transaction. Two processes that begin together would both make the tables, and one would fail. */
const tables = `
  select pg_advisory_xact_lock(hashtext('telnyx-ai-call'));
  create table if not exists telnyx_credentials (
    user_id text primary key,
    credential_id text not null,
    made_at timestamptz not null default now()
  );
  create table if not exists telnyx_claims (
    user_id text primary key,
    owner text not null,
    until timestamptz not null
  )`;

export class PostgresCredentials implements CredentialStore {
  readonly #pool: pg.Pool;
  readonly #claimMs: number;
  #made: Promise<unknown> | null = null;

  constructor(url: string, report: Report, claimForMs = claimMs) {
    this.#claimMs = claimForMs;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: mostConnections,
      connectionTimeoutMillis: answerMs,
      query_timeout: answerMs,
      statement_timeout: answerMs,
    });
    // An idle connection that breaks is replaced with the next question.
    this.#pool.on('error', (error) => report('A connection to the database broke', error));
  }

  async find(userId: string): Promise<string | null> {
    const rows = await this.#ask(
      'select credential_id from telnyx_credentials where user_id = $1',
      [userId],
    );
    const [row] = rows;
    const id: unknown = row?.['credential_id'];
    return typeof id === 'string' ? id : null;
  }

  async keep(userId: string, credentialId: string, goneId: string | null): Promise<string> {
    await this.#ask(
      `insert into telnyx_credentials (user_id, credential_id) values ($1, $2)
       on conflict (user_id) do update
         set credential_id = excluded.credential_id, made_at = now()
         where telnyx_credentials.credential_id = $3`,
      [userId, credentialId, goneId],
    );
    return (await this.find(userId)) ?? credentialId;
  }

  async claim(userId: string): Promise<Claim | null> {
    const owner = randomUUID();
    const until = `clock_timestamp() + make_interval(secs => $3)`;
    const values = [userId, owner, this.#claimMs / 1000];
    const free = await this.#ask(
      `insert into telnyx_claims values ($1, $2, ${until}) on conflict do nothing returning owner`,
      values,
    );
    const [lapsed] = free.length > 0 ? [] : await this.#findLapsed(userId);
    const takenOver = !lapsed
      ? []
      : await this.#ask(
          `update telnyx_claims set owner = $2, until = ${until}
           where user_id = $1 and owner = $4 returning owner`,
          [...values, String(lapsed['owner'])],
        );
    if (free.length + takenOver.length === 0) return null;
    const release = async () => {
      await this.#ask('delete from telnyx_claims where user_id = $1 and owner = $2', [
        userId,
        owner,
      ]);
    };
    return {
      isTakenOver: takenOver.length > 0,
      lapsedMs: Number(lapsed?.['lapsed_ms'] ?? 0),
      release,
    };
  }

  /** The claim that was never released, and whose time is over. */
  #findLapsed(userId: string) {
    return this.#ask(
      `select owner, extract(epoch from clock_timestamp() - until) * 1000 as lapsed_ms
       from telnyx_claims where user_id = $1 and until < clock_timestamp()`,
      [userId],
    );
  }

  async check(): Promise<void> {
    await this.#ask('select 1', []);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #ask(
    statement: string,
    values: readonly (string | number | null)[],
  ): Promise<readonly Readonly<Record<string, unknown>>[]> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#makeTables();
      try {
        return (await this.#pool.query<Record<string, unknown>>(statement, [...values])).rows;
      } catch (error) {
        const code = codeOf(error);
        if (code === noTable) this.#made = null;
        if (attempt === mostAttempts || !toRepeat.includes(code)) throw error;
      }
      await setTimeout(attempt * pauseMs);
    }
  }

  async #makeTables(): Promise<void> {
    this.#made ??= this.#pool.query(tables);
    try {
      await this.#made;
    } catch (error) {
      // The database may be there the next time.
      this.#made = null;
      // One that can only be read for a while may have them.
      if (codeOf(error) !== readOnly) throw error;
    }
  }
}

function codeOf(error: unknown): unknown {
  return Reflect.get(Object(error), 'code');
}
