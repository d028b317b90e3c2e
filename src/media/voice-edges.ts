// Listens to both voices of a call as the page has them, and tells where each begins and ends. Without
// an AudioWorklet, whose code a strict Content-Security-Policy may not let load.

import { shortestSpeechMs, type Voice, type VoiceEvent } from '../core/latency.ts';
import { VoiceActivity, type VoiceEdge } from '../core/voice-activity.ts';

const pollMs = 20;
/** The window of an analyser, in samples: two thirds of a second, so that a late timer misses nothing. */
const fftSize = 32_768;
/** What is shorter is a click on the line. */
const shortestSoundMs = 20;
/** Enough to see the end of a burst of samples. */
const clockReadings = 5;
/** A voice that is there so soon after sound began to flow here may have been there before. */
const uncertainMs = 50;

/** Nothing of what is heard here is played: no output need be opened for it, where that can be said. */
const contextOptions = { latencyHint: 'interactive', sinkId: { type: 'none' } } as const;

export interface VoiceSources {
  /** Asked again and again: streams come late, and change with the connection or the device. */
  streamOf(voice: Voice): MediaStream | null;
}

/**
 * Begin in the visitor's click, as far as possible: browsers let no sound flow before a gesture. Where
 * it cannot flow, nothing is told. Times are those of `performance.now()`.
 * @returns a function that ends the watch.
 */
export function watchVoices(sources: VoiceSources, tell: (event: VoiceEvent) => void): () => void {
  const context = openContext();
  if (!context) return () => {};
  const ears = [
    new Ear(context, 'visitor', shortestSpeechMs),
    new Ear(context, 'assistant', shortestSoundMs),
  ];
  const clock = new SoundClock();

  const poll = () => {
    const untilMs = context.currentTime * 1000;
    const isRunning = context.state === 'running';
    const aheadMs = clock.aheadMs(performance.now() - untilMs);
    for (const ear of ears) {
      const stream = sources.streamOf(ear.voice);
      for (const event of ear.listen(stream, isRunning ? untilMs : null)) {
        tell('atMs' in event ? { ...event, atMs: event.atMs + aheadMs } : event);
      }
    }
    if (isRunning) tell({ type: 'listened', atMs: untilMs + aheadMs });
  };
  const timer = setInterval(poll, pollMs);

  return () => {
    clearInterval(timer);
    for (const ear of ears) ear.close();
    context.close().catch(() => undefined);
  };
}

/** Measuring is a luxury: where the platform does not give it, the call goes on without. */
function openContext(): AudioContext | null {
  try {
    const context = new AudioContext(contextOptions);
    // It settles when the browser lets sound flow, or never.
    context.resume().catch(() => undefined);
    return context;
  } catch {
    return null;
  }
}

/**
 * How far the clock of the page is ahead of the sound's. Samples come in bursts, so of some readings the
 * least is true; of old ones none is: on a machine that cannot keep up, the sound's clock loses time.
 */
class SoundClock {
  #readings: readonly number[] = [];

  aheadMs(reading: number): number {
    this.#readings = [...this.#readings.slice(1 - clockReadings), reading];
    return Math.min(...this.#readings);
  }
}

/** Listens to one voice, by the clock of the context. */
class Ear {
  readonly voice: Voice;
  readonly #context: AudioContext;
  readonly #shortestMs: number;
  readonly #analyser: AnalyserNode;
  readonly #window = new Float32Array(fftSize);
  #track: MediaStreamTrack | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #activity: VoiceActivity;
  #heardUntilMs: number | null = null;
  #listeningSinceMs = 0;

  constructor(context: AudioContext, voice: Voice, shortestMs: number) {
    this.voice = voice;
    this.#context = context;
    this.#shortestMs = shortestMs;
    this.#analyser = new AnalyserNode(context, { fftSize });
    this.#activity = new VoiceActivity(context.sampleRate, shortestMs);
  }

  /** @param untilMs `null` while no sound flows. */
  listen(stream: MediaStream | null, untilMs: number | null): VoiceEvent[] {
    const track = stream?.getAudioTracks()[0] ?? null;
    if (track !== this.#track) return this.#attend(track, untilMs);
    const fromMs = this.#heardUntilMs;
    this.#heardUntilMs = untilMs;
    if (!this.#source) return [];
    if (fromMs === null) {
      this.#listeningSinceMs = untilMs ?? 0;
      return [];
    }
    if (untilMs === null) return this.#miss();
    const length = Math.round(((untilMs - fromMs) * this.#context.sampleRate) / 1000);
    if (length > fftSize) return this.#miss();
    if (length === 0) return [];
    this.#analyser.getFloatTimeDomainData(this.#window);
    const edges = this.#activity.hear(this.#window.subarray(fftSize - length), fromMs);
    return edges.flatMap((edge) => this.#toEvents(edge));
  }

  close(): void {
    this.#source?.disconnect();
    this.#source = this.#track = null;
  }

  #attend(track: MediaStreamTrack | null, untilMs: number | null): VoiceEvent[] {
    const hadTrack = this.#track !== null;
    this.close();
    this.#track = track;
    this.#heardUntilMs = untilMs;
    // What sounded before the stream was there to be played, nobody has heard.
    this.#listeningSinceMs = -Infinity;
    if (track) this.#source = this.#connect(track);
    return hadTrack ? this.#miss() : [];
  }

  /** Firefox throws where the microphone's sample rate is not the context's. */
  #connect(track: MediaStreamTrack): MediaStreamAudioSourceNode | null {
    try {
      const source = this.#context.createMediaStreamSource(new MediaStream([track]));
      source.connect(this.#analyser);
      return source;
    } catch {
      return null;
    }
  }

  #toEvents(edge: VoiceEdge): VoiceEvent[] {
    const event = { ...edge, voice: this.voice };
    const isCertain = edge.type === 'ended' || edge.atMs - this.#listeningSinceMs > uncertainMs;
    return isCertain ? [event] : [{ type: 'missed', voice: this.voice }, event];
  }

  #miss(): VoiceEvent[] {
    this.#activity = new VoiceActivity(this.#context.sampleRate, this.#shortestMs);
    return [{ type: 'missed', voice: this.voice }];
  }
}
