// Notices a frame that comes again, with the same id and the same content: its words would stand twice.

import { at } from '../core/at.ts';

const mostKnown = 200;
/** Of a longer one its length and its two ends are known. */
const mostCharacters = 20_000;

export class RepeatedFrames {
  readonly #known = new Set<string>();

  has(frame: unknown): boolean {
    if (at(frame, 'id') == null) return false;
    const text = shorten(JSON.stringify(frame));
    if (this.#known.has(text)) return true;
    this.#known.add(text);
    const [oldest] = this.#known;
    if (oldest !== undefined && this.#known.size > mostKnown) this.#known.delete(oldest);
    return false;
  }
}

function shorten(text: string): string {
  if (text.length <= mostCharacters) return text;
  return `${text.length} ${text.slice(0, mostCharacters / 2)} ${text.slice(-mostCharacters / 2)}`;
}
