/**
 * Waits for something to become true, looking at every frame: a timer of its own would be counted
 * among those that a call may have left behind.
 */
export async function until(
  isTrue: () => boolean,
  complaint: () => string = () => `never true: ${String(isTrue)}`,
  limitMs = 20_000,
): Promise<void> {
  const endMs = performance.now() + limitMs;
  while (!isTrue()) {
    if (performance.now() > endMs) throw new Error(complaint());
    await new Promise(requestAnimationFrame);
  }
}
