import { CallError } from '../core/call/call-error.ts';

/**
 * Fetches code once. A fetch that failed is forgotten, so that the next one tries again; the console names what
 * is missing, once.
 */
export function loadOnce<Module>(fetchModule: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | null = null;
  let tell = (thrown: unknown) => {
    console.error('<telnyx-ai-call>', thrown);
    tell = () => {};
  };
  return () => {
    loading ??= fetchModule().catch((thrown: unknown) => {
      loading = null;
      tell(thrown);
      throw CallError.from(thrown, 'load-failed');
    });
    return loading;
  };
}
