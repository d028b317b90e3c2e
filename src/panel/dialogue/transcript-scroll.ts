// Keeps the newest line of the transcript in sight, unless the visitor has scrolled up; and the number
// of lines in the page within bounds, however long the conversation is.

import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

export const pageSize = 100;
/** How far from the end still counts as the end, in CSS pixels. */
const slack = 24;

export class TranscriptScroll implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  #atNewest = true;
  #shown = pageSize;
  /** The log, and its size, for which the newest line was brought into sight. */
  #followed: readonly unknown[] = [];

  constructor(element: ReactiveControllerHost & HTMLElement) {
    this.#element = element;
    element.addController(this);
  }

  get atNewest(): boolean {
    return this.#atNewest;
  }

  /** The visitor has scrolled up to the first line that is shown. */
  get atOldest(): boolean {
    return (this.#log?.scrollTop ?? 0) <= 0;
  }

  /** How many of the newest entries are shown. */
  get shown(): number {
    return this.#shown;
  }

  readonly scrolled = (): void => {
    const log = this.#log;
    if (!log) return;
    const atNewest = log.scrollHeight - log.clientHeight - log.scrollTop <= slack;
    if (atNewest === this.#atNewest) return;
    this.#atNewest = atNewest;
    this.#element.requestUpdate();
  };

  /** What comes before these, is not shown yet. */
  showOnly(count: number): void {
    this.#shown = count;
  }

  showEarlier(): void {
    const log = this.#log;
    const belowPx = log ? log.scrollHeight - log.scrollTop : 0;
    this.#shown += pageSize;
    this.#atNewest = false;
    this.#element.requestUpdate();
    // What was in sight stays in sight.
    void this.#element.updateComplete.then(() => {
      if (log) log.scrollTop = log.scrollHeight - belowPx;
    });
  }

  /** Keeps in sight what is in sight, whatever grows. */
  stay(): void {
    this.#atNewest = false;
  }

  showNewest(): void {
    this.#shown = pageSize;
    this.#atNewest = true;
    this.#followed = [];
    this.#element.requestUpdate();
  }

  hostUpdated(): void {
    const log = this.#log;
    if (!log || !this.#atNewest) return;
    // Only for something new: a visitor who begins to scroll up is not held back.
    const now = [log, log.scrollHeight, log.clientHeight];
    if (now.every((each, index) => each === this.#followed[index])) return;
    this.#followed = now;
    log.scrollTop = log.scrollHeight;
  }

  get #log(): Element | null {
    return this.#element.shadowRoot?.querySelector('.transcript') ?? null;
  }
}
