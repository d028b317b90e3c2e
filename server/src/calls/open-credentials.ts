import type { Config } from '../config.ts';
import type { Report } from '../log/report.ts';
import type { CredentialStore } from './credential-store.ts';
import { PostgresCredentials } from './postgres-credentials.ts';
import { SqliteCredentials } from './sqlite-credentials.ts';

/** Opens the store that the settings name. Without any, it is a file on this machine. */
export function openCredentials(
  { databaseUrl, databaseFile }: Pick<Config, 'databaseUrl' | 'databaseFile'>,
  report: Report,
): CredentialStore {
  if (databaseUrl === undefined) return new SqliteCredentials(databaseFile);
  return new PostgresCredentials(databaseUrl, report);
}
