import { CallError } from '../../src/index.ts';

/** For `catch`: the code of what `call()` rejects with. */
export function codeOf(thrown: unknown): string {
  if (thrown instanceof CallError) return thrown.code;
  throw thrown;
}
