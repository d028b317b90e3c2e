/** Two thirds of a second, in samples: a late timer misses nothing. */
const fftSize = 32_768;
const pollMs = 100;
/** Of full scale: -40 dB. */
const audible = 0.01;

export interface Listening {
  readonly context: AudioContext;
  stop(): void;
}

/**
 * Tells when the element plays its first audible sound, by `performance.now()`. Measuring is a luxury:
 * where the platform does not give it, there is `null`.
 *
 * The context plays nothing. It has an output all the same (no `sinkId: { type: 'none' }`): without a
 * device to drive it, Chromium lets some 50 ms of sound pile up in its sources.
 */
export function listenForFirstSound(
  audio: HTMLAudioElement,
  heard: (atMs: number) => void,
): Listening | null {
  try {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize });
    const samples = new Float32Array(fftSize);
    let source: MediaStreamAudioSourceNode | null = null;
    let unheardUntilMs = 0;

    const listen = () => {
      const nowMs = performance.now();
      const { srcObject: stream, paused } = audio;
      if (!source && stream instanceof MediaStream && stream.getAudioTracks().length > 0) {
        source = context.createMediaStreamSource(stream);
        source.connect(analyser);
      }
      // The browser holds the sound back.
      if (paused) unheardUntilMs = nowMs;
      analyser.getFloatTimeDomainData(samples);
      const first = samples.findIndex((sample) => Math.abs(sample) >= audible);
      if (paused || first < 0) return;
      clearInterval(timer);
      // A source runs behind by what the context takes at a time.
      const agoSeconds = (fftSize - first) / context.sampleRate + context.baseLatency;
      heard(Math.max(unheardUntilMs, nowMs - agoSeconds * 1000));
    };
    const timer = setInterval(listen, pollMs);
    listen();
    return {
      context,
      stop() {
        clearInterval(timer);
        void context.close();
      },
    };
  } catch {
    return null;
  }
}
