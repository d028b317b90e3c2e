// Notices a frame that comes again, with the same id and the same content: its words would stand twice.

import { at } from '../core/at.ts';

const mostKnown = 200;
/** Nothing that is told in pieces is longer. What is told as a whole has an id of its own. */
const longestKnown = 20_000;

export class RepeatedFrames {
  readonly #known = new Set<string>();

  has(frame: unknown): boolean {
    if (at(frame, 'id') == null) return false;
    const text = JSON.stringify(frame);
    if (text.length > longestKnown) return false;
    if (this.#known.has(text)) return true;
    this.#known.add(text);
    const [oldest] = this.#known;
    if (oldest !== undefined && this.#known.size > mostKnown) this.#known.delete(oldest);
    return false;
  }
}
