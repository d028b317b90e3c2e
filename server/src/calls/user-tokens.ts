// Makes a token for a user, from the user's own credential. That is made when it is first needed.

import { setTimeout } from 'node:timers/promises';
import type { Report } from '../log/report.ts';
import type { TelnyxAccount } from '../telnyx/telnyx-account.ts';
import { type Claim, claimMs, type CredentialStore } from './credential-store.ts';

const longestPauseMs = 200;
/** By then, a claim of a process that was killed can be taken over. */
const longestWaitMs = claimMs + 2000;

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

  async #make(userId: string, goneId: string | null): Promise<string> {
    const giveUpAtMs = performance.now() + longestWaitMs;
    for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const claim = await this.#store.claim(userId);
      if (claim) return this.#makeAlone(userId, goneId, claim);
      if (performance.now() > giveUpAtMs) throw new Error('Another process makes no credential');
      await setTimeout(pauseMs);
      const kept = await this.#store.find(userId);
      if (kept !== null && kept !== goneId) return kept;
    }
  }

  async #makeAlone(userId: string, goneId: string | null, claim: Claim): Promise<string> {
    let isSettled = true;
    try {
      // Another process may just have been ready.
      const kept = await this.#store.find(userId);
      if (kept !== null && kept !== goneId) return kept;
      const left = claim.isTakenOver ? await this.#account.findCredential(userId) : null;
      if (left !== null && left !== goneId) return await this.#keep(userId, left, goneId);
      isSettled = false;
      const made = await this.#account.createCredential(userId);
      isSettled = true;
      return await this.#keep(userId, made, goneId);
    } catch (error) {
      // Telnyx has refused, so there is none. Otherwise nobody knows, and whoever takes the claim over looks.
      isSettled ||= hasStatus(error);
      throw error;
    } finally {
      if (isSettled) await this.#release(claim);
    }
  }

  /**
   * If another process was faster, its credential is kept and ours is deleted. Ours is also deleted if it
   * cannot be kept: nobody would ever use it.
   */
  async #keep(userId: string, made: string, goneId: string | null): Promise<string> {
    try {
      const kept = await this.#store.keep(userId, made, goneId);
      if (kept !== made) await this.#undo(made);
      return kept;
    } catch (error) {
      await this.#undo(made);
      throw error;
    }
  }

  async #release(claim: Claim): Promise<void> {
    await claim.release().catch((error: unknown) => {
      this.#report('A claim ends by itself later', error);
    });
  }

  async #undo(made: string): Promise<void> {
    await this.#account.deleteCredential(made).catch((error: unknown) => {
      this.#report('A credential too many was not deleted', error);
    });
  }
}

function hasStatus(error: unknown): boolean {
  return typeof Reflect.get(Object(error), 'status') === 'number';
}
