// Listens to one voice of a call, by the clock of an audio context, and tells where it begins and ends.
// Without an AudioWorklet, whose code a strict Content-Security-Policy may not let load.

import type { Voice, VoiceEvent } from '../core/latency.ts';
import { pauseMs, VoiceActivity, type VoiceEdge } from '../core/voice-activity.ts';
import { memoryLength, type RememberedSound } from './remember-sound.ts';

export class Ear {
  readonly #voice: Voice;
  readonly #shortestMs: number;
  readonly #context: AudioContext;
  readonly #analyser: AnalyserNode;
  readonly #samples = new Float32Array(memoryLength);
  #activity: VoiceActivity;
  #source: MediaStreamAudioSourceNode | null = null;
  #track: MediaStreamTrack | null = null;
  /** 0 while all that was heard is yet to be read; `null`: what comes next follows on nothing. */
  #heardUntilMs: number | null = null;
  /** A voice that begins earlier may have gone on before, unheard. */
  #certainFromMs = 0;

  /** @param shortestMs what is shorter is no voice. */
  constructor(
    context: AudioContext,
    voice: Voice,
    shortestMs: number,
    remembered: RememberedSound | null = null,
  ) {
    this.#context = context;
    this.#voice = voice;
    this.#shortestMs = shortestMs;
    this.#activity = new VoiceActivity(context.sampleRate, shortestMs);
    this.#analyser = remembered?.analyser ?? new AnalyserNode(context, { fftSize: memoryLength });
    if (!remembered?.source) return;
    this.#source = remembered.source;
    this.#track = audioTrackOf(remembered.source.mediaStream);
    this.#heardUntilMs = 0;
  }

  /**
   * @param untilMs `null` while no sound flows.
   * @returns what was heard since the last time.
   */
  listen(stream: MediaStream | null, untilMs: number | null): VoiceEvent[] {
    const track = audioTrackOf(stream);
    if (track !== this.#track) return this.#attend(track);
    if (untilMs === null) return this.#miss();
    const samplesPerMs = this.#context.sampleRate / 1000;
    const keptFromMs = untilMs - memoryLength / samplesPerMs;
    const isLate = keptFromMs > (this.#heardUntilMs ?? untilMs);
    const missed = isLate ? this.#miss() : [];
    if (isLate) this.#certainFromMs = keptFromMs + pauseMs;
    const fromMs = isLate ? keptFromMs : (this.#heardUntilMs ?? untilMs);
    this.#heardUntilMs = untilMs;
    return [...missed, ...this.#hear(fromMs, Math.round((untilMs - fromMs) * samplesPerMs))];
  }

  #hear(fromMs: number, length: number): VoiceEvent[] {
    if (!this.#source || length === 0) return [];
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const edges = this.#activity.hear(this.#samples.subarray(memoryLength - length), fromMs);
    if (edges.at(-1)?.type === 'ended') this.#connect(this.#track);
    return edges.flatMap((edge) => this.#toEvents(edge));
  }

  #toEvents({ type, atMs }: VoiceEdge): VoiceEvent[] {
    const voice = this.#voice;
    const event = { type, voice, atMs: atMs - (voice === 'visitor' ? latencyOf(this.#track) : 0) };
    const isCertain = type === 'ended' || atMs >= this.#certainFromMs;
    return isCertain ? [event] : [{ type: 'missed', voice }, event];
  }

  #attend(track: MediaStreamTrack | null): VoiceEvent[] {
    const missed = this.#miss();
    this.#connect(track);
    this.#heardUntilMs = null;
    return missed;
  }

  /**
   * A new source after every turn: what piles up in one while the machine is busy stays there, and all
   * that follows is heard late.
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
      // Firefox takes no microphone whose sample rate is not the context's.
    }
  }

  /** Nobody misses what has not begun. */
  #miss(): VoiceEvent[] {
    if (!this.#heardUntilMs) return [];
    this.#heardUntilMs = null;
    this.#activity = new VoiceActivity(this.#context.sampleRate, this.#shortestMs);
    return [{ type: 'missed', voice: this.#voice }];
  }
}

function audioTrackOf(stream: MediaStream | null): MediaStreamTrack | null {
  return stream?.getAudioTracks()[0] ?? null;
}

/** How long the microphone takes from the air to the page, where the browser tells it. */
function latencyOf(track: MediaStreamTrack | null): number {
  const { latency } = (track?.getSettings() ?? {}) as { readonly latency?: number };
  return (latency ?? 0) * 1000;
}
