// Code that is fetched later: once, and no wait for it is without an end.

import { CallError } from '../core/call/call-error.ts';
import { waitLimit } from '../core/call/call-waits.ts';

/**
 * Fetches code once. A fetch that failed is forgotten, so that the next one tries again; the console names what
 * is missing, once.
 */
export function loadOnce<Module>(fetchModule: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | null = null;
  let isTold = false;
  return () => {
    loading ??= fetchModule().catch((thrown: unknown) => {
      loading = null;
      if (!isTold) console.error('<telnyx-ai-call>', thrown);
      isTold = true;
      throw CallError.from(thrown, 'load-failed');
    });
    return loading;
  };
}

/**
 * Waits for code at most so long. What has not come by then counts as missing; it may still come.
 * @param wantedMs what the page wants, if it wants anything.
 */
export function inTime<Code>(code: Promise<Code>, wantedMs?: number): Promise<Code> {
  // No timer outlives the wait.
  const limit = AbortSignal.timeout(waitLimit(wantedMs, 15_000));
  return new Promise((resolve, reject) => {
    limit.onabort = () => reject(new CallError('load-failed', 'Timed out.'));
    code.then(resolve, reject);
  });
}
