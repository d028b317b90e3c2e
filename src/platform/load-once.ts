import { CallError } from '../core/call/call-error.ts';

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
