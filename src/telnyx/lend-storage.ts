// Replaces `sessionStorage` where the browser blocks it, because cookies are off or the frame is
// sandboxed. The SDK uses it during a login without a check (the SDK's `Verto/util/reconnect.ts`)
// and would get stuck.

const keysOfTheSdk = 'telnyx-voice-sdk-';

/**
 * Keeps the SDK's entries in memory. All other code still finds storage blocked, so that it does
 * not take as kept what is not.
 */
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
