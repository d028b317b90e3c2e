// One spoken line. Gives its sound frame by frame, and its words in step with the sound.

export interface SpokenPart {
  readonly samples: Int16Array;
  /** The words that begin within these samples. Often there are none. */
  readonly words: string;
}

export class Utterance {
  readonly #samples: Int16Array;
  readonly #words: readonly string[];
  #position = 0;
  #spoken = 0;

  constructor(text: string, samples: Int16Array) {
    this.#samples = samples;
    this.#words = text.match(/\s*\S+/g) ?? [];
  }

  get isDone(): boolean {
    return this.#position >= this.#samples.length;
  }

  /** The words given so far. */
  get spokenText(): string {
    return this.#words.slice(0, this.#spoken).join('');
  }

  /** @param delay how many samples of silence come first. */
  next(length: number, delay = 0): SpokenPart {
    const samples = new Int16Array(length);
    const spoken = length - delay;
    samples.set(this.#samples.subarray(this.#position, this.#position + spoken), delay);
    this.#position += spoken;
    const progress = Math.min(1, this.#position / this.#samples.length);
    const due = Math.ceil(progress * this.#words.length);
    const words = this.#words.slice(this.#spoken, due).join('');
    this.#spoken = due;
    return { samples, words };
  }
}
