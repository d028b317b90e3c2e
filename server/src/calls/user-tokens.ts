// Makes a token for a user, from the user's own credential. That is made when it is first needed.

import type { CredentialStore } from './credential-store.ts';
import type { Report } from '../log/report.ts';
import type { TelnyxAccount } from '../telnyx/telnyx-account.ts';

export class UserTokens {
  readonly #account: TelnyxAccount;
  readonly #store: CredentialStore;
  readonly #report: Report;
  /** The credentials being made now, by user. Requests at the same time wait for the same one. */
  readonly #making = new Map<string, Promise<string>>();

  constructor(account: TelnyxAccount, store: CredentialStore, report: Report) {
    this.#account = account;
    this.#store = store;
    this.#report = report;
  }

  /** If Telnyx no longer knows the credential, it is replaced, once. */
  async tokenFor(userId: string): Promise<string> {
    const credentialId = await this.#credentialOf(userId, null);
    const token = await this.#account.createToken(credentialId);
    if (token !== null) return token;
    const replacement = await this.#credentialOf(userId, credentialId);
    const secondToken = await this.#account.createToken(replacement);
    if (secondToken !== null) return secondToken;
    throw new Error('Telnyx does not know the credential that replaced a lost one');
  }

  async #credentialOf(userId: string, goneId: string | null): Promise<string> {
    const kept = await this.#store.find(userId);
    if (kept !== null && kept !== goneId) return kept;
    const alreadyMaking = this.#making.get(userId);
    if (alreadyMaking) return alreadyMaking;
    const making = this.#make(userId, goneId).finally(() => this.#making.delete(userId));
    this.#making.set(userId, making);
    return making;
  }

  /** Waits until no credential is being made any more. */
  async settle(): Promise<void> {
    while (this.#making.size > 0) await Promise.allSettled(this.#making.values());
  }

  /**
   * If another process was faster, its credential is kept and ours is deleted. Ours is also deleted if it
   * cannot be kept: nobody would ever use it.
   */
  async #make(userId: string, goneId: string | null): Promise<string> {
    const made = await this.#account.createCredential(userId);
    try {
      const kept = await this.#store.keep(userId, made, goneId);
      if (kept !== made) await this.#undo(made);
      return kept;
    } catch (error) {
      await this.#undo(made);
      throw error;
    }
  }

  async #undo(made: string): Promise<void> {
    await this.#account.deleteCredential(made).catch((error: unknown) => {
      this.#report('A credential too many was not deleted', error);
    });
  }
}
