// Turns a failure of Telnyx's API into a status for the visitor. Nothing that Telnyx said is passed on.

export interface Refusal {
  readonly status: 404 | 429 | 502;
  /** With 429: after how many seconds to try again. */
  readonly retryAfterSeconds: number;
}

const usualPauseSeconds = 30;
const longestPauseSeconds = 3600;

export function readRefusal(error: unknown): Refusal {
  const { status, headers } = (error instanceof Error ? error : {}) as {
    status?: unknown;
    headers?: unknown;
  };
  const wanted = headers instanceof Headers ? headers.get('retry-after') : null;
  return {
    // For a visitor, a wrong key, a bad request and an outage at Telnyx are the same.
    status: status === 404 || status === 429 ? status : 502,
    retryAfterSeconds: readPause(wanted),
  };
}

/** Reads a number of seconds, or a date. */
function readPause(text: string | null): number {
  if (text === null) return usualPauseSeconds;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  if (!Number.isFinite(seconds)) return usualPauseSeconds;
  return Math.min(Math.max(Math.ceil(seconds), 1), longestPauseSeconds);
}
