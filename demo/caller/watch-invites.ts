// Reads the headers of each call that goes out, by wrapping the platform's own class. A real site does not need
// this: its assistant gets them.

import { at } from '../../src/core/at.ts';
import { parseJson } from '../../src/core/parse-json.ts';

/** Call this before the SDK is loaded: the SDK looks at `window.WebSocket` once. */
export function watchInvites(invited: (headers: readonly string[]) => void): void {
  window.WebSocket = class extends WebSocket {
    override send(frame: string): void {
      const headers = headersOf(frame);
      if (headers) invited(headers);
      super.send(frame);
    }
  };
}

/** @returns lines such as `X-Topic: prices`, or `undefined` for a frame that begins no call. */
function headersOf(text: unknown): readonly string[] | undefined {
  const frame = typeof text === 'string' ? parseJson(text) : undefined;
  if (at(frame, 'method') !== 'telnyx_rtc.invite') return undefined;
  const headers = at(frame, 'params', 'dialogParams', 'custom_headers');
  if (!Array.isArray(headers)) return [];
  return headers.map((header) => `${String(at(header, 'name'))}: ${String(at(header, 'value'))}`);
}
