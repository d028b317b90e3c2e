// Tells by state whether a button is still held. The page may swallow the event of its release.

import { isShown } from '../is-shown.ts';
import { steadyMs } from '../../platform/schedule.ts';

/** A key that is held repeats about thirty times a second, unless the visitor has turned that off. */
const longestPauseMs = 1_500;
/** A hold ends after this time if no other sign tells. */
const longestHoldMs = 60_000;
const pollMs = 200;

/** A pointer by its id, a key by its name. */
export type Holder = number | string;

export class HoldSigns {
  readonly #button: HTMLElement;
  readonly #since = new Map<Holder, number>();
  readonly #captured = new Set<Holder>();
  readonly #repeatedAt = new Map<Holder, number>();
  readonly #hadFocus = document.hasFocus();

  constructor(button: HTMLElement) {
    this.#button = button;
  }

  /** @param captured whether the browser sends all events of this pointer to the button until its release. */
  begin(holder: Holder, captured: boolean): void {
    this.end(holder);
    this.#since.set(holder, steadyMs());
    if (captured) this.#captured.add(holder);
  }

  repeat(key: string): void {
    if (this.#since.has(key)) this.#repeatedAt.set(key, steadyMs());
  }

  /** @returns whether another pointer or key still holds the button. */
  end(holder: Holder): boolean {
    for (const each of [this.#since, this.#captured, this.#repeatedAt]) each.delete(holder);
    return this.#since.size > 0;
  }

  /** Until the signal aborts, calls back for each pointer or key that no longer holds the button. */
  watch(gone: (holder: Holder) => void, signal: AbortSignal): void {
    const timer = setInterval(() => {
      for (const holder of [...this.#since.keys()]) if (!this.#holds(holder)) gone(holder);
    }, pollMs);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  #holds(holder: Holder): boolean {
    const nowMs = steadyMs();
    if (document.visibilityState === 'hidden' || (this.#hadFocus && !document.hasFocus()))
      return false;
    if (!isShown(this.#button)) return false;
    if (typeof holder === 'number' && this.#captured.has(holder))
      return this.#button.hasPointerCapture(holder);
    const isPaused = nowMs - (this.#repeatedAt.get(holder) ?? nowMs) > longestPauseMs;
    const isElsewhere = typeof holder === 'string' && !this.#button.matches(':focus');
    return !isPaused && !isElsewhere && nowMs - (this.#since.get(holder) ?? 0) < longestHoldMs;
  }
}
