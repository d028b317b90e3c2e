// Keeps a login alive: fetches a new token before the last one ends. After a failure it tries
// again, with growing pauses.

import { leastPauseMs, type LoginToken, refreshDelayMs } from './login-token.ts';

export interface RefreshPorts {
  fetchToken(): Promise<LoginToken>;
  /** Logs in with the token on the open connection. Rejects if the gateway refuses. */
  renewLogin(token: LoginToken): Promise<void>;
  /** Calls back once, `delayMs` from now, unless cancelled. */
  schedule(callback: () => void, delayMs: number): () => void;
  now(): number;
  /** Tells the developer why a refresh failed. */
  reportFailure(thrown: unknown): void;
}

const longestPauseMs = 60_000;

export class TokenRefresher {
  readonly #ports: RefreshPorts;
  #cancel = () => {};
  #pauseMs = leastPauseMs;
  #refreshing = false;
  #notBeforeMs = 0;
  #isOver = false;

  constructor(ports: RefreshPorts, token: LoginToken) {
    this.#ports = ports;
    this.#plan(refreshDelayMs(token, ports.now()));
  }

  /**
   * Refreshes now, because the gateway or the SDK asks for it. The SDK does so after each login with a token that ends
   * soon: then the refresh that is planned is soon enough.
   */
  async refresh(): Promise<void> {
    if (this.#ports.now() >= this.#notBeforeMs) await this.#refresh();
  }

  async #refresh(): Promise<void> {
    if (this.#isOver || this.#refreshing) return;
    this.#refreshing = true;
    this.#notBeforeMs = this.#ports.now() + leastPauseMs;
    let delayMs: number;
    try {
      const token = await this.#ports.fetchToken();
      await this.#renewWith(token);
      this.#pauseMs = leastPauseMs;
      delayMs = refreshDelayMs(token, this.#ports.now());
    } catch (thrown) {
      this.#ports.reportFailure(thrown);
      delayMs = this.#pauseMs;
      this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
    }
    this.#refreshing = false;
    this.#plan(delayMs);
  }

  async #renewWith(token: LoginToken): Promise<void> {
    if (!this.#isOver) await this.#ports.renewLogin(token);
  }

  end(): void {
    this.#isOver = true;
    this.#cancel();
  }

  #plan(delayMs: number): void {
    this.#cancel();
    if (!this.#isOver) this.#cancel = this.#ports.schedule(() => void this.#refresh(), delayMs);
  }
}
