/** A SIP login, for development only: it does not expire and cannot be taken back. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
}
