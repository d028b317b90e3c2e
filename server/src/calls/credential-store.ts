/** Keeps which Telnyx credential belongs to which user. Your site's own database can take its place. */
export interface CredentialStore {
  find(userId: string): Promise<string | null>;
  /**
   * Keeps the credential, unless the user has another one by now. The one that is gone does not count.
   * @returns the credential that is kept now.
   */
  keep(userId: string, credentialId: string, goneId: string | null): Promise<string>;
  /** @throws if it cannot be asked now. */
  check(): Promise<void>;
  close(): Promise<void>;
}
