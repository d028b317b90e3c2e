// Keeps in a SQLite file which Telnyx credential belongs to which user.

import Database from 'libsql';

export class CredentialStore {
  readonly #database: Database.Database;

  constructor(file: string) {
    this.#database = new Database(file);
    // Several processes may share the file.
    this.#database.exec('pragma busy_timeout = 5000');
    this.#database.exec(`
      create table if not exists telnyx_credentials (
        user_id text primary key,
        credential_id text not null,
        made_at text not null default current_timestamp
      ) strict`);
  }

  find(userId: string): string | null {
    const row: unknown = this.#database
      .prepare('select credential_id from telnyx_credentials where user_id = ?')
      .get(userId);
    return readCredentialId(row);
  }

  /**
   * Keeps the credential, unless the user has another one by now. The one that is gone does not count.
   * @returns the credential that is kept now.
   */
  keep(userId: string, credentialId: string, goneId: string | null): string {
    this.#database
      .prepare(
        `insert into telnyx_credentials (user_id, credential_id) values (?, ?)
         on conflict (user_id) do update
           set credential_id = excluded.credential_id, made_at = current_timestamp
           where credential_id = ?`,
      )
      .run(userId, credentialId, goneId);
    return this.find(userId) ?? credentialId;
  }

  close(): void {
    this.#database.close();
  }
}

function readCredentialId(row: unknown): string | null {
  if (typeof row !== 'object' || row === null || !('credential_id' in row)) return null;
  return typeof row.credential_id === 'string' ? row.credential_id : null;
}
