// The telephony credentials of the stand-in's only account.
import { randomUUID } from 'node:crypto';

export interface Credential {
  readonly id: string;
  readonly name: string;
  readonly resource_id: string;
  readonly sip_username: string;
  readonly created_at: string;
}

export class Credentials {
  readonly #byId = new Map<string, Credential>();
  /** How many were made so far. */
  made = 0;

  get all(): readonly Credential[] {
    return [...this.#byId.values()];
  }

  create(name: string, connectionId: string): Credential {
    const id = randomUUID();
    const credential = {
      id,
      name,
      resource_id: `connection:${connectionId}`,
      sip_username: `gencred${id.replaceAll('-', '')}`,
      created_at: new Date().toISOString(),
    };
    this.#byId.set(id, credential);
    this.made += 1;
    return credential;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  delete(id: string): boolean {
    return this.#byId.delete(id);
  }

  /** Deletes all, as the account's owner could do in the portal. */
  deleteAll(): void {
    this.#byId.clear();
  }
}
