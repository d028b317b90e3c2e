// What the visitor waits for comes in time, or counts as missing.

import { CallError } from '../core/call/call-error.ts';

export function inTime<Code>(load: () => Promise<Code>, limitMs = 15_000): () => Promise<Code> {
  return () => Promise.race([load(), failsAfter(limitMs)]);
}

function failsAfter(limitMs: number): Promise<never> {
  const limit = AbortSignal.timeout(limitMs);
  return new Promise((_, reject) => {
    limit.onabort = () => reject(new CallError('load-failed', 'Timed out.'));
  });
}
