/** A SIP login. It does not expire and cannot be taken back: for development only. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
}
