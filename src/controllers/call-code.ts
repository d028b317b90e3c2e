// The lazy parts of a call. A fetch that failed is forgotten, so that the next click tries again.

import { CallError } from '../core/call-error.ts';

export const loadPanel = lazily(() => import('../panel/panel.ts'));
export const loadSession = lazily(() => import('../session/telnyx-session.ts'));

function lazily<Module>(fetchModule: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | null = null;
  return () => {
    loading ??= fetchModule().catch((thrown: unknown) => {
      loading = null;
      throw CallError.from(thrown, 'load-failed');
    });
    return loading;
  };
}
