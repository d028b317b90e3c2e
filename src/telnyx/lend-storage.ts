// For a page whose browser gives it no `sessionStorage`: cookies are blocked, or its frame is sandboxed.
// The SDK uses it in the middle of a login without asking (`Verto/util/storage`), and would get stuck.

const keysOfTheSdk = 'telnyx-voice-sdk-';

/** In memory. For everybody else storage stays blocked: what cannot be kept must not seem to be. */
export function lendStorage(): void {
  const kept = new Map<string, string>();
  const value = {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem(key: string, text: string) {
      if (!key.startsWith(keysOfTheSdk)) throw new DOMException('Blocked.', 'SecurityError');
      kept.set(key, text);
    },
  };
  Object.defineProperty(window, 'sessionStorage', { value, configurable: true });
}
