// Timeouts with one owner. Clearing them ends every wait for them.

export class Timers {
  readonly #pending = new Set<ReturnType<typeof setTimeout>>();

  after(delayMs: number, action: () => void): void {
    const timer = setTimeout(() => {
      this.#pending.delete(timer);
      action();
    }, delayMs);
    this.#pending.add(timer);
  }

  /** Resolves after the delay, or never when the timers are cleared before. */
  wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => this.after(delayMs, resolve));
  }

  clear(): void {
    for (const timer of this.#pending) clearTimeout(timer);
    this.#pending.clear();
  }
}
