/** Why a typed message was not answered, or not to its end. */
export class TypingError extends Error {
  override readonly name = 'TypingError';
  /** Of the site's reply; `null`: there was none, or the answer broke off. */
  readonly status: number | null;
  /** How long the site wants the visitor to wait. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number | null = null, retryAfter: string | null = null) {
    super(`Answer: ${status ?? 'none'}.`);
    this.status = status;
    const seconds = secondsUntil(retryAfter);
    this.retryAfterSeconds = seconds > 0 && seconds < 86_400 ? Math.ceil(seconds) : null;
  }
}

/** Said as a number of seconds, or as a date. */
function secondsUntil(retryAfter: string | null): number {
  const seconds = Number(retryAfter);
  return Number.isNaN(seconds) ? (Date.parse(retryAfter ?? '') - Date.now()) / 1000 : seconds;
}
