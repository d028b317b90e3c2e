// Where limits are counted: in this process, or for several processes together.

export interface Counted {
  /** How many there were in this window, this one included. */
  readonly count: number;
  /** When the next window begins. */
  readonly resetMs: number;
}

/** How many answers may stream to somebody at a time. */
export interface StreamLimit {
  readonly key: string;
  readonly most: number;
}

export interface LimitStore {
  /** Counts one more. A window begins with the first that is counted. */
  take(key: string, windowMs: number): Promise<Counted>;
  /** How many were counted in this window. */
  countOf(key: string): Promise<number>;
  /** @returns the function to call when the stream has ended; `null` if one of the limits is reached. */
  openStream(limits: readonly StreamLimit[]): Promise<(() => void) | null>;
  countStreams(key: string): Promise<number>;
  close(): Promise<void>;
}
