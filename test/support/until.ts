import { pauseUncounted } from './resources.ts';

/** What comes at once is seen at the frame in which it comes. */
const everyFrameMs = 500;
/** What takes longer is looked for less often: to look costs a layout, and a frame for the whole page. */
const pauseMs = 50;

/** Waits for something to become true. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  complaint: () => string = () => `never true: ${String(isTrue)}`,
  limitMs = 20_000,
): Promise<void> {
  const startMs = performance.now();
  for (;;) {
    const truth = isTrue();
    // Nothing may happen between a look and what follows it.
    if (typeof truth === 'boolean' ? truth : await truth) return;
    const elapsedMs = performance.now() - startMs;
    if (elapsedMs > limitMs) throw new Error(complaint());
    await (elapsedMs < everyFrameMs ? new Promise(requestAnimationFrame) : pauseUncounted(pauseMs));
  }
}
