// A login by token for one session: fetched when a call needs it, renewed while the call goes on, kept
// nowhere else.

import type { CallSession } from '../core/call-session.ts';
import type { LoginToken } from '../core/login-token.ts';
import { TokenRefresher } from '../core/token-refresher.ts';
import { fetchToken } from '../storage/fetch-token.ts';
import { schedule } from './schedule.ts';

export class TokenLogin {
  readonly #url: string;
  readonly #first: LoginToken;
  #refresher: TokenRefresher | null = null;

  /** @throws {CallError} `token-failed` */
  static async fetch(url: string): Promise<TokenLogin> {
    return new TokenLogin(url, await fetchToken(url));
  }

  private constructor(url: string, first: LoginToken) {
    this.#url = url;
    this.#first = first;
  }

  get token(): string {
    return this.#first.text;
  }

  keepFor(session: CallSession): void {
    this.#refresher = new TokenRefresher(
      {
        fetchToken: () => fetchToken(this.#url),
        renewLogin: ({ text }) => session.renewLogin(text),
        schedule,
        now: () => Date.now(),
        reportFailure: (thrown) => console.warn('<telnyx-ai-call> token not renewed:', thrown),
      },
      this.#first,
    );
  }

  refresh(): void {
    void this.#refresher?.refresh();
  }

  end(): void {
    this.#refresher?.end();
  }
}
