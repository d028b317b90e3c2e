/** By how much a timer may be late in a page that does not stand still. */
const lateMs = 100;
/** Time to read what came while the page stood still. It may stand still again. */
const roundMs = 1_000;

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
  const dueAtMs = performance.now() + limitMs;
  let cancel = schedule(() => {
    if (performance.now() < dueAtMs + mayBeLateMs) gaveUp();
    else cancel = waitAtMost(gaveUp, roundMs, roundMs);
  }, limitMs);
  return () => cancel();
}
