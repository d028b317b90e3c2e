import { ignoreFailure } from '../core/ignore-failure.ts';
import { isStream } from './is-stream.ts';
import { steadyMs } from './schedule.ts';

/** Samples of two thirds of a second, so a late timer misses nothing. */
const fftSize = 32_768;
const pollMs = 100;
/** A share of full scale: -40 dB. */
const audible = 0.01;

export interface Listening {
  readonly context: AudioContext;
  stop(): void;
}

/**
 * Tells when the element plays its first audible sound, by `performance.now()`. Returns `null`
 * where the browser cannot measure it: the call works without.
 *
 * The context plays nothing, yet it has an output (and no `sinkId: { type: 'none' }`). Without a
 * device that drives it, Chromium would let some 50 ms of sound pile up in its sources.
 */
export function listenForFirstSound(
  audio: HTMLAudioElement,
  heard: (atMs: number) => void,
): Listening | null {
  let context: AudioContext | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    clearInterval(timer);
    ignoreFailure(() => context?.close());
    context = null;
  };
  try {
    const ear = (context = new AudioContext());
    const analyser = new AnalyserNode(ear, { fftSize });
    const samples = new Float32Array(fftSize);
    let source: MediaStreamAudioSourceNode | null = null;
    let unheardUntilMs = 0;

    const listen = () => {
      const nowMs = steadyMs();
      const { srcObject: stream, paused } = audio;
      if (!source && isStream(stream) && stream.getAudioTracks().length > 0) {
        source = ear.createMediaStreamSource(stream);
        source.connect(analyser);
      }
      // The browser still blocks the sound.
      if (paused) unheardUntilMs = nowMs;
      analyser.getFloatTimeDomainData(samples);
      const first = samples.findIndex((sample) => Math.abs(sample) >= audible);
      if (paused || first < 0) return;
      clearInterval(timer);
      // A source lags by the block that the context processes at a time.
      const agoSeconds = (fftSize - first) / ear.sampleRate + ear.baseLatency;
      heard(Math.max(unheardUntilMs, nowMs - agoSeconds * 1000));
    };
    timer = setInterval(() => {
      try {
        listen();
      } catch {
        stop();
      }
    }, pollMs);
    listen();
    return { context: ear, stop };
  } catch {
    stop();
    return null;
  }
}
