/** By how much a timer may be late in a page that does not stand still. */
const lateMs = 100;
/** Time to read what came while the page stood still. It may stand still again. */
const roundMs = 1_000;

/**
 * By `performance.now()`, the clock that nobody sets. 0: the page has broken it. Then spans are wrong, and waits end all
 * the same.
 */
export function steadyMs(): number {
  try {
    const nowMs: unknown = performance.now();
    return Number(nowMs) || 0;
  } catch {
    return 0;
  }
}

/** Calls back once, after `delayMs`, unless the returned function is called before. */
export function schedule(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
}

/**
 * Calls back once when what is waited for has not come in time; when it comes, the returned function is
 * called. If the page stood still meanwhile (an `alert`), what came by then is read first.
 */
export function waitAtMost(gaveUp: () => void, limitMs: number, mayBeLateMs = lateMs): () => void {
  const dueAtMs = steadyMs() + limitMs;
  let cancel = schedule(() => {
    if (steadyMs() < dueAtMs + mayBeLateMs) gaveUp();
    // Later each time: so the wait ends, however fast the clock of a page runs.
    else cancel = waitAtMost(gaveUp, roundMs, mayBeLateMs * 10);
  }, limitMs);
  return () => cancel();
}
