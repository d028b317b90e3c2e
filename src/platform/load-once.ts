import { CallError } from '../core/call/call-error.ts';

/** Fetches code once. A fetch that failed is forgotten, so that the next one tries again. */
export function loadOnce<Module>(fetchModule: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | null = null;
  return () => {
    loading ??= fetchModule().catch((thrown: unknown) => {
      loading = null;
      throw CallError.from(thrown, 'load-failed');
    });
    return loading;
  };
}
