/** Keeps which Telnyx credential belongs to which user. Your site's own database can take its place. */
export interface CredentialStore {
  find(userId: string): Promise<string | null>;
  /**
   * Keeps the credential, unless the user has another one by now. The one that is gone does not count.
   * @returns the credential that is kept now.
   */
  keep(userId: string, credentialId: string, goneId: string | null): Promise<string>;
  /**
   * Asked before a credential is made: of all processes, one at a time makes it for a user.
   * @returns `null` if another one is at it.
   */
  claim(userId: string): Promise<Claim | null>;
  /** @throws if it cannot be asked now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface Claim {
  /** Whoever had it before was killed, or did not learn what Telnyx has done. */
  readonly isTakenOver: boolean;
  /** For how long nobody had it since then; 0 if it was not taken over. */
  readonly lapsedMs: number;
  release(): Promise<void>;
}

/** After so long, a claim can be taken over: a credential takes less to be made and kept. */
export const claimMs = 10_000;
