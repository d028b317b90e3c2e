// Stands in for `sessionStorage` where the browser blocks it, because cookies are off or the frame is sandboxed;
// where it is full; and where the page has replaced it by what keeps nothing. The SDK uses it during a login without
// a check (the SDK's `Verto/util/reconnect.ts`) and would get stuck.

import { ignoreFailure } from '../core/ignore-failure.ts';

const keysOfTheSdk = 'telnyx-voice-sdk-';

/**
 * Keeps the SDK's entries in memory. For all other code it is what the browser has: blocked, or full with
 * what it holds, so that nobody takes as kept what is not.
 */
export function lendStorage(): void {
  const kept = new Map<string, string>();
  const theirs = find();
  const lent = {
    getItem: (key: string) => kept.get(key) ?? theirs?.getItem?.(key) ?? null,
    removeItem(key: string | null) {
      // The SDK has keys that it does not know.
      if (key === null) return;
      if (kept.delete(key)) return;
      if (key.startsWith(keysOfTheSdk)) ignoreFailure(() => theirs?.removeItem?.(key));
      else theirs?.removeItem?.(key);
    },
    setItem(key: string, text: string) {
      if (key.startsWith(keysOfTheSdk)) kept.set(key, text);
      else if (theirs?.setItem) theirs.setItem(key, text);
      else throw new DOMException('Blocked.', 'SecurityError');
    },
  };
  const value = theirs ? new Proxy(theirs, { get: (_, name) => read(theirs, lent, name) }) : lent;
  Object.defineProperty(window, 'sessionStorage', { value, configurable: true });
}

function find(): Partial<Storage> | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** The browser's own functions work on its own object only. */
function read(theirs: object, lent: object, name: string | symbol): unknown {
  if (Object.hasOwn(lent, name)) return Reflect.get(lent, name);
  const value: unknown = Reflect.get(theirs, name);
  return typeof value === 'function' ? (value.bind(theirs) as unknown) : value;
}
