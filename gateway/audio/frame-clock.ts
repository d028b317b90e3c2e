// Calls back once per 20 ms of wall clock. It makes up for a late timer, so the error never grows.
import { FRAME_MS } from './frames.ts';

/** After a longer stall, such as a laptop's sleep, the clock starts anew and does not catch up. */
const LONGEST_CATCH_UP_MS = 1000;

/** Starts the clock and returns the function that stops it. */
export function startFrameClock(onFrame: () => void): () => void {
  let startedMs = performance.now();
  let frames = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

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
