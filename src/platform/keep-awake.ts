import { ignoreFailure } from '../core/ignore-failure.ts';

/**
 * Keeps the screen on, as far as the browser lets. It lets go of the screen whenever the page is hidden.
 * @returns a function that ends it.
 */
export function keepAwake(): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let lock: WakeLockSentinel | null = null;
  const isHeld = () => lock !== null && !lock.released;

  const take = async () => {
    try {
      if (document.visibilityState === 'hidden' || isHeld()) return;
      const taken = (await navigator.wakeLock.request('screen')) as WakeLockSentinel | undefined;
      if (!taken) return;
      if (signal.aborted || isHeld()) await taken.release();
      else lock = taken;
    } catch {
      // Absent, refused, or out of battery.
    }
  };
  document.addEventListener('visibilitychange', () => void take(), { signal });
  void take();

  return () => {
    ended.abort();
    ignoreFailure(() => lock?.release());
  };
}
