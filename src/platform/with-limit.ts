import { waitAtMost } from './schedule.ts';

/**
 * Rejects if the work does so in time.
 * @returns whether the work was done in time.
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
