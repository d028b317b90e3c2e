import type { Config } from '../config.ts';
import type { Report } from '../log/report.ts';
import type { CredentialStore } from './credential-store.ts';
import { PostgresCredentials } from './postgres-credentials.ts';
import { readRemoteAddress } from './remote-address.ts';
import { RemoteLibsql } from './remote-libsql.ts';
import { SqliteCredentials, sqliteTables } from './sqlite-credentials.ts';
import { SqliteFile } from './sqlite-file.ts';

/** Opens the store that the settings name. Without any, it is a file on this machine. */
export function openCredentials(
  { databaseUrl, databaseFile }: Pick<Config, 'databaseUrl' | 'databaseFile'>,
  report: Report,
): CredentialStore {
  if (databaseUrl === undefined) {
    return new SqliteCredentials(openFile(databaseFile));
  }
  const remote = readRemoteAddress(databaseUrl);
  if (remote === null) return new PostgresCredentials(databaseUrl, report);
  return new SqliteCredentials(new RemoteLibsql(remote, sqliteTables));
}

function openFile(file: string): SqliteFile {
  try {
    return new SqliteFile(file, sqliteTables);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`DATABASE_FILE cannot be opened: ${reason}`, { cause: error });
  }
}
