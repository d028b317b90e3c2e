// A SQLite file, which several processes of this machine may share. While another one has locked it, or the disk is
// slow, only those wait who need it: SQLite's own waiting would hold up the whole process.

import { setTimeout } from 'node:timers/promises';
import Opening from 'libsql';
import Database from 'libsql/promise';
import type { SqlDatabase, SqlValue } from './sql-database.ts';

const longestWaitMs = 4000;
const longestPauseMs = 100;

export class SqliteFile implements SqlDatabase {
  readonly #database: Database;
  /** What is asked of the file now. A second statement would get into the transaction of the first. */
  #last: Promise<unknown> = Promise.resolve();

  /** @throws if it cannot be opened. */
  constructor(file: string, tables: readonly string[]) {
    // Nobody is served yet, so nobody is held up.
    const opening = new Opening(file, { timeout: longestWaitMs });
    opening.exec(`pragma busy_timeout = ${longestWaitMs}`);
    // Those who read do not hold up those who write.
    opening.exec('pragma journal_mode = wal');
    for (const table of tables) opening.exec(table);
    opening.close();
    this.#database = new Database(file, { timeout: 0 });
    // What is in memory is another database for each connection.
    if (file === ':memory:') this.#last = this.#make(tables);
  }

  read(statement: string, values: readonly SqlValue[]): Promise<readonly unknown[]> {
    return this.#whenUnlocked(async () => this.#ask(statement, values));
  }

  change(statement: string, values: readonly SqlValue[]): Promise<boolean> {
    return this.#whenUnlocked(async () => {
      // Fails at once where another process writes. A statement that fails later would keep its locks.
      await this.#database.exec('begin immediate');
      try {
        await this.#ask(statement, values);
        const [row] = await this.#ask('select changes() as changes', []);
        await this.#database.exec('commit');
        return Number(Reflect.get(Object(row), 'changes')) > 0;
      } catch (error) {
        await this.#undo();
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.#last.catch(() => {});
    this.#database.close();
  }

  async #make(tables: readonly string[]): Promise<void> {
    for (const table of tables) await this.#database.exec(table);
  }

  /** Some faults, such as a full disk, have ended the transaction already. */
  async #undo(): Promise<void> {
    try {
      await this.#database.exec('rollback');
    } catch {
      // The fault itself is told.
    }
  }

  async #ask(statement: string, values: readonly SqlValue[]): Promise<readonly unknown[]> {
    // `get` would leave the statement open, which keeps the file locked for the writers of other processes.
    const prepared: unknown = await this.#database.prepare(statement);
    return (prepared as Statement).all(...values);
  }

  /** @throws what SQLite throws, once the file has been locked for too long. */
  async #whenUnlocked<Result>(work: () => Promise<Result>): Promise<Result> {
    const giveUpAtMs = performance.now() + longestWaitMs;
    for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const turn = this.#last.then(work, work);
      this.#last = turn;
      try {
        return await turn;
      } catch (error) {
        if (!isLocked(error) || performance.now() > giveUpAtMs) throw error;
      }
      await setTimeout(pauseMs);
    }
  }
}

/** The package's types say nothing of it. */
interface Statement {
  all(...values: readonly SqlValue[]): Promise<readonly unknown[]>;
}

/** Each reason to be busy has a code of its own, such as `SQLITE_BUSY_RECOVERY`. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
