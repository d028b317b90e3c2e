// Calls back once per 20 ms of wall clock. A late timer catches up, so the error never grows.
import { FRAME_MS } from './frames.ts';

/** After a longer stall (a laptop that slept) the clock starts anew instead of catching up. */
const LONGEST_CATCH_UP_MS = 1000;

/** Starts the clock; the returned function stops it. */
export function startFrameClock(onFrame: () => void): () => void {
  let startedMs = performance.now();
  let frames = 0;
  let timer: NodeJS.Timeout | undefined;

  const tick = (): void => {
    const elapsedMs = performance.now() - startedMs;
    if (elapsedMs - frames * FRAME_MS > LONGEST_CATCH_UP_MS) {
      startedMs = performance.now();
      frames = 0;
    }
    const due = Math.floor((performance.now() - startedMs) / FRAME_MS);
    schedule(due + 1);
    for (; frames < due; frames += 1) onFrame();
  };

  const schedule = (frame: number): void => {
    timer = setTimeout(tick, startedMs + frame * FRAME_MS - performance.now());
  };

  schedule(1);
  return () => clearTimeout(timer);
}
