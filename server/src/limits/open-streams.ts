/** Counts how many answers stream to each visitor, or to each network, at this moment. */
export class OpenStreams {
  readonly #most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  count(visitor: string): number {
    return this.#open.get(visitor) ?? 0;
  }

  /** @returns the function to call when the stream has ended; `null` if the visitor has too many. */
  open(visitor: string): (() => void) | null {
    const open = this.count(visitor);
    if (open >= this.#most) return null;
    this.#open.set(visitor, open + 1);
    return () => this.#close(visitor);
  }

  #close(visitor: string): void {
    const open = (this.#open.get(visitor) ?? 1) - 1;
    if (open === 0) this.#open.delete(visitor);
    else this.#open.set(visitor, open);
  }
}
