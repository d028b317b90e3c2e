// The sound of a call as a test makes and measures it, to the sample and by a context of its own: a visitor
// who speaks when told, and a recorder of what the assistant is heard to say.

import { replace } from './replace.ts';
import { findPeer } from './resources.ts';
import { until } from './until.ts';

const loudness = 0.25;
const voiceHz = 300;
/** From the command to the voice; longer than the sound is on its way to the recorder. */
const onsetMs = 100;
/** What the recorder takes for sound, of full scale. */
const audible = 0.01;
/** The last tenth of a second, in the pieces that the recorder tells of. */
const readings = 37;

const recorder = `
  registerProcessor('recorder', class extends AudioWorkletProcessor {
    process([[samples]]) {
      const first = samples ? samples.findIndex((sample) => Math.abs(sample) >= ${audible}) : -1;
      this.port.postMessage({ untilFrame: currentFrame + 128, loudFrame: first < 0 ? null : currentFrame + first });
      return true;
    }
  });`;

interface Heard {
  readonly untilFrame: number;
  readonly loudFrame: number | null;
}

export class SpokenCall {
  readonly #context: AudioContext;
  readonly #microphone: MediaStreamAudioDestinationNode;
  readonly #voice: GainNode;
  readonly #restore: () => void;
  readonly #spoken: Recording;
  #heard: Recording | undefined;

  private constructor(context: AudioContext) {
    this.#context = context;
    this.#microphone = context.createMediaStreamDestination();
    this.#voice = new GainNode(context, { gain: 0 });
    const tone = new OscillatorNode(context, { frequency: voiceHz });
    tone.connect(this.#voice).connect(this.#microphone);
    tone.start();
    this.#spoken = new Recording(context, this.#microphone.stream);
    this.#restore = replace(navigator.mediaDevices, 'getUserMedia', () =>
      Promise.resolve(this.#microphone.stream.clone()),
    );
  }

  /** From now on, the microphone of the page is this visitor's. */
  static async open(): Promise<SpokenCall> {
    const context = new AudioContext();
    const url = URL.createObjectURL(new Blob([recorder], { type: 'text/javascript' }));
    await context.audioWorklet.addModule(url);
    URL.revokeObjectURL(url);
    await context.resume();
    return new SpokenCall(context);
  }

  async close(): Promise<void> {
    this.#restore();
    if (this.#context.state !== 'closed') await this.#context.close();
  }

  /** Speaks. @returns when that was over, as recorded from the microphone. */
  async speak(durationMs: number): Promise<number> {
    const fromMs = this.#context.currentTime * 1000 + onsetMs;
    const untilMs = fromMs + durationMs;
    this.#voice.gain.setValueAtTime(loudness, fromMs / 1000);
    this.#voice.gain.setValueAtTime(0, untilMs / 1000);
    await until(() => this.#context.currentTime * 1000 > untilMs + onsetMs);
    return this.#spoken.lastMs;
  }

  /** Records what arrives over the next connection. */
  async record(): Promise<void> {
    const track = () => findPeer()?.getReceivers()[0]?.track;
    await until(() => track() !== undefined);
    const received = track();
    if (received) this.#heard = new Recording(this.#context, new MediaStream([received]));
  }

  /** When the assistant was first heard after `sinceMs`. */
  async firstSound(sinceMs = 0): Promise<number> {
    const find = () => this.#heard?.firstAfter(sinceMs);
    await until(
      () => find() !== undefined,
      () => 'The assistant is not heard.',
    );
    return find() ?? NaN;
  }

  /** Nothing has been heard of the assistant for so long. */
  async silence(ms: number): Promise<void> {
    await until(() => performance.now() - (this.#heard?.lastMs ?? -Infinity) > ms);
  }
}

/** One track, recorded. */
class Recording {
  readonly #loudAtMs: number[] = [];
  readonly #msPerFrame: number;
  #aheads: number[] = [];

  constructor(context: AudioContext, stream: MediaStream) {
    this.#msPerFrame = 1000 / context.sampleRate;
    const node = new AudioWorkletNode(context, 'recorder');
    node.port.onmessage = ({ data }: MessageEvent<Heard>) => this.#take(data);
    context.createMediaStreamSource(stream).connect(node);
  }

  get lastMs(): number {
    return this.#loudAtMs.at(-1) ?? -Infinity;
  }

  firstAfter(sinceMs: number): number | undefined {
    return this.#loudAtMs.find((atMs) => atMs > sinceMs);
  }

  /** From the clock of the sound to the page's: the least of the last readings is the truest. */
  #toPageMs(soundMs: number): number {
    return soundMs + Math.min(...this.#aheads);
  }

  #take({ untilFrame, loudFrame }: Heard): void {
    const aheadMs = performance.now() - untilFrame * this.#msPerFrame;
    this.#aheads = [...this.#aheads.slice(-readings), aheadMs];
    if (loudFrame !== null) this.#loudAtMs.push(this.#toPageMs(loudFrame * this.#msPerFrame));
  }
}
