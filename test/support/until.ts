import { pauseUncounted } from './resources.ts';

/** What comes at once is seen at the frame in which it comes. */
const everyFrameMs = 500;
/** What takes longer is looked for less often: to look costs a layout, and a frame for the whole page. */
const pauseMs = 50;

/** A test may spoil what tells the time. */
const nowMs = performance.now.bind(performance);
const nextFrame = requestAnimationFrame.bind(window);

/** Waits for something to become true. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  complaint: () => string = () => `never true: ${String(isTrue)}`,
  limitMs = 20_000,
): Promise<void> {
  const startMs = nowMs();
  for (;;) {
    const truth = isTrue();
    // Nothing may happen between a look and what follows it.
    if (typeof truth === 'boolean' ? truth : await truth) return;
    const elapsedMs = nowMs() - startMs;
    if (elapsedMs > limitMs) throw new Error(complaint());
    await (elapsedMs < everyFrameMs ? new Promise(nextFrame) : pauseUncounted(pauseMs));
  }
}
