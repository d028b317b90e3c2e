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
    // Whether Telnyx has no credential of this user that nobody keeps. Else whoever takes the claim over looks for it.
    let isSettled = !claim.isTakenOver;
    try {
      // Another process may just have been ready.
      const ready = await this.#store.find(userId);
      if (ready !== null && ready !== goneId) {
        isSettled = true;
        return ready;
      }
      const left = claim.isTakenOver
        ? await this.#account.findCredential(userId, claim.lapsedMs)
        : null;
      isSettled = false;
      const made =
        left !== null && left !== goneId
          ? left
          : await this.#account.createCredential(userId).catch((error: unknown) => {
              isSettled = isRefusal(error);
              throw error;
            });
      const kept = await this.#store.keep(userId, made, goneId).catch(async (error: unknown) => {
        isSettled = await this.#undo(made);
        throw error;
      });
      isSettled = true;
      // Another process was faster.
      if (kept !== made) await this.#undo(made);
      return kept;
    } finally {
      if (isSettled) await this.#release(claim);
    }
  }

  async #release(claim: Claim): Promise<void> {
    await claim.release().catch((error: unknown) => {
      this.#report('A claim ends by itself later', error);
    });
  }

  /** @returns whether Telnyx has it no more. */
  async #undo(made: string): Promise<boolean> {
    try {
      await this.#account.deleteCredential(made);
      return true;
    } catch (error) {
      this.#report('A credential too many was not deleted', error);
      return false;
    }
  }
}

/** Whether Telnyx has done nothing. After a failure of its own, nobody knows. */
function isRefusal(error: unknown): boolean {
  const status: unknown = Reflect.get(Object(error), 'status');
  return typeof status === 'number' && status >= 400 && status < 500;
}
