/** For what a call can do without: whether it throws, rejects or returns nothing, nobody waits for it. */
export function ignoreFailure(act: () => unknown): void {
  try {
    Promise.resolve(act()).catch(() => undefined);
  } catch {
    // It is done without.
  }
}
