// Fetches code once, when it is needed. No wait for it is without an end.

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
 * Waits for code until the time limit. Code that has not come by then counts as missing, although it may still come.
 * @param wantedMs the limit that the page has set, if any.
 */
export function inTime<Code>(code: Promise<Code>, wantedMs?: number): Promise<Code> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new CallError('load-failed', 'Timed out.'));
    const timer = setTimeout(late, waitLimit(wantedMs, 15_000));
    code.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
