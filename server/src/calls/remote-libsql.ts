// A remote libSQL (sqld, Turso), which processes on many machines may share. It is asked by HTTP.

import { type Client, createClient } from '@libsql/client/http';
import { limitBody } from '../http/limit-body.ts';
import type { RemoteAddress } from './remote-address.ts';
import type { SqlDatabase, SqlValue } from './sql-database.ts';

const answerMs = 4000;
/** Each answer is one row, or none. */
const mostBytes = 100_000;
export class RemoteLibsql implements SqlDatabase {
  readonly #client: Client;
  readonly #tables: readonly string[];
  #made: Promise<unknown> | null = null;

  constructor({ url, authToken }: RemoteAddress, tables: readonly string[]) {
    this.#tables = tables;
    this.#client = createClient({
      url,
      ...(authToken === undefined ? {} : { authToken }),
      fetch: async (request: Request) => {
        // Another address would get the token, too.
        const signal = AbortSignal.timeout(answerMs);
        const response = await fetch(request, { redirect: 'error', signal });
        return limitBody(response, mostBytes, 'the database', signal);
      },
    });
  }

  async read(statement: string, values: readonly SqlValue[]): Promise<readonly unknown[]> {
    return (await this.#ask(statement, values)).rows;
  }

  async change(statement: string, values: readonly SqlValue[]): Promise<boolean> {
    return (await this.#ask(statement, values)).rowsAffected > 0;
  }

  close(): Promise<void> {
    this.#client.close();
    return Promise.resolve();
  }

  async #ask(statement: string, values: readonly SqlValue[]) {
    this.#made ??= this.#makeTables();
    try {
      await this.#made;
    } catch (error) {
      // The database may be there the next time.
      this.#made = null;
      throw error;
    }
    return this.#client.execute({ sql: statement, args: [...values] });
  }

  async #makeTables(): Promise<void> {
    for (const table of this.#tables) await this.#client.execute(table);
  }
}
