// Plays frames of samples into a track, one after the other, on the clock of the page's sound.

/** How far ahead the first frame after a pause is put, so that a late timer makes no gap. */
const LEAD_SECONDS = 0.06;
/** Silence shortens a longer lead, which frames have that came in a burst. */
const LONGEST_LEAD_SECONDS = 2 * LEAD_SECONDS;

export class SentSound {
  readonly #context: AudioContext;
  readonly #output: MediaStreamAudioDestinationNode;
  /** In seconds of the context's clock. */
  #busyUntil = 0;

  constructor(context: AudioContext) {
    this.#context = context;
    this.#output = context.createMediaStreamDestination();
  }

  get stream(): MediaStream {
    return this.#output.stream;
  }

  /** Plays one frame after those before it. Where there is no sound (yet), the frame is lost. */
  play(samples: Int16Array): void {
    const { currentTime, sampleRate, state } = this.#context;
    if (state !== 'running') return;
    const seconds = samples.length / sampleRate;
    const isBusy = this.#busyUntil > currentTime;
    if (samples.every((sample) => sample === 0)) {
      const isFarAhead = this.#busyUntil > currentTime + LONGEST_LEAD_SECONDS;
      if (isBusy && !isFarAhead) this.#busyUntil += seconds;
      return;
    }
    const from = isBusy ? this.#busyUntil : currentTime + LEAD_SECONDS;
    const buffer = this.#context.createBuffer(1, samples.length, sampleRate);
    buffer.copyToChannel(
      Float32Array.from(samples, (sample) => sample / 0x8000),
      0,
    );
    const source = new AudioBufferSourceNode(this.#context, { buffer });
    source.connect(this.#output);
    source.start(from);
    this.#busyUntil = from + seconds;
  }

  stop(): void {
    for (const track of this.#output.stream.getTracks()) track.stop();
  }
}
