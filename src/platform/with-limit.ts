import { waitAtMost } from './schedule.ts';

/**
 * Waits for the work until the time limit.
 * @returns whether it was done in time. If it fails in time, this rejects.
 */
export async function withLimit(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  let cancel = () => {};
  const limit = new Promise<boolean>((resolve) => {
    cancel = waitAtMost(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([work.then(() => true), limit]);
  } finally {
    cancel();
  }
}
