import { CallError } from '../../src/index.ts';

/** The error code, for a `catch` of `call()`. */
export function codeOf(thrown: unknown): string {
  if (thrown instanceof CallError) return thrown.code;
  throw thrown;
}
