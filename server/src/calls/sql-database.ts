/** A database that speaks SQLite's SQL, wherever it is. Each statement is one transaction. */
export interface SqlDatabase {
  read(statement: string, values: readonly SqlValue[]): Promise<readonly unknown[]>;
  /** @returns whether a row was changed. */
  change(statement: string, values: readonly SqlValue[]): Promise<boolean>;
  close(): Promise<void>;
}

export type SqlValue = string | number | null;
