// Listens to one voice of a call and tells where it begins and ends, by the clock of an audio
// context. It uses no AudioWorklet, because a strict Content-Security-Policy may forbid to load its
// code.

import type { Voice, VoiceEvent } from '../core/call/turn-latency.ts';
import { VoiceActivity } from '../core/call/voice-activity.ts';

/**
 * The most samples that an analyser keeps: two thirds of a second, so a late timer misses nothing.
 */
const fftSize = 32_768;

export class Ear {
  readonly #voice: Voice;
  readonly #shortestMs: number;
  readonly #context: AudioContext;
  readonly #analyser: AnalyserNode;
  readonly #samples = new Float32Array(fftSize);
  #activity: VoiceActivity;
  #track: MediaStreamTrack | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  /** Up to when the voice has been heard. `null` if nothing was heard directly before. */
  #heardUntilMs: number | null = null;

  /** @param shortestMs shorter sounds are no voice. */
  constructor(context: AudioContext, voice: Voice, shortestMs: number) {
    this.#context = context;
    this.#voice = voice;
    this.#shortestMs = shortestMs;
    this.#analyser = new AnalyserNode(context, { fftSize });
    this.#activity = new VoiceActivity(context.sampleRate, shortestMs);
  }

  /**
   * @param untilMs up to when to listen, or `null` while no sound flows.
   * @returns what was heard since the last time.
   */
  listen(stream: MediaStream | null, untilMs: number | null): VoiceEvent[] {
    const track = stream?.getAudioTracks()[0] ?? null;
    if (track !== this.#track) {
      this.#connect(track);
      return this.#miss();
    }
    if (untilMs === null) return this.#miss();
    const fromMs = this.#heardUntilMs ?? untilMs;
    const length = Math.round(((untilMs - fromMs) * this.#context.sampleRate) / 1000);
    const missed = length > fftSize ? this.#miss() : [];
    this.#heardUntilMs = untilMs;
    return missed.length > 0 || length === 0 ? missed : this.#hear(fromMs, length);
  }

  #hear(fromMs: number, length: number): VoiceEvent[] {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const edges = this.#activity.hear(this.#samples.subarray(fftSize - length), fromMs);
    const latencyMs = this.#voice === 'visitor' ? latencyOf(this.#track) : 0;
    if (edges.at(-1)?.type === 'ended') this.#connect(this.#track);
    return edges.map(({ type, atMs }) => ({ type, voice: this.#voice, atMs: atMs - latencyMs }));
  }

  /**
   * Makes a new source after every turn. A source that falls behind while the machine is busy never
   * catches up, and tells everything late.
   */
  #connect(track: MediaStreamTrack | null): void {
    this.#source?.disconnect();
    this.#source = null;
    this.#track = track;
    if (!track) return;
    try {
      this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
      this.#source.connect(this.#analyser);
    } catch {
      // Firefox refuses a microphone whose sample rate differs from the context's.
    }
  }

  /** Reports a gap, unless nothing was being heard. */
  #miss(): VoiceEvent[] {
    if (this.#heardUntilMs === null) return [];
    this.#heardUntilMs = null;
    this.#activity = new VoiceActivity(this.#context.sampleRate, this.#shortestMs);
    return [{ type: 'missed', voice: this.#voice }];
  }
}

/** The delay of the microphone in milliseconds, where the browser tells it. */
function latencyOf(track: MediaStreamTrack | null): number {
  const { latency } = (track?.getSettings() ?? {}) as { readonly latency?: number };
  return (latency ?? 0) * 1000;
}
