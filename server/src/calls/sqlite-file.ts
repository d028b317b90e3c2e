// A SQLite file, which several processes of this machine may share. While another one has locked it, only those
// wait who need it: SQLite's own waiting would hold up the whole process.

import { setTimeout } from 'node:timers/promises';
import Database from 'libsql';
import type { SqlDatabase, SqlValue } from './sql-database.ts';

const longestWaitMs = 4000;
const longestPauseMs = 100;

export class SqliteFile implements SqlDatabase {
  readonly #database: Database.Database;

  /** @throws if it cannot be opened. */
  constructor(file: string, tables: readonly string[]) {
    this.#database = new Database(file);
    // Nobody is served yet, so nobody is held up.
    this.#database.exec(`pragma busy_timeout = ${longestWaitMs}`);
    // Those who read do not hold up those who write.
    this.#database.exec('pragma journal_mode = wal');
    for (const table of tables) this.#database.exec(table);
    this.#database.exec('pragma busy_timeout = 0');
  }

  read(statement: string, values: readonly SqlValue[]): Promise<readonly unknown[]> {
    // `get` would leave the statement open, which keeps the file locked for the writers of other processes.
    return whenUnlocked((): unknown[] => this.#database.prepare(statement).all(...values));
  }

  change(statement: string, values: readonly SqlValue[]): Promise<boolean> {
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
