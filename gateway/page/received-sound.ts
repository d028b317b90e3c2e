// Reads a remote track as frames of 20 ms.
import { startFrameClock } from '../audio/frame-clock.ts';
import { frameLength } from '../audio/frames.ts';

/** The analyser keeps so many samples: a third of a second at 48 kHz. A later timer loses some. */
const KEPT_SAMPLES = 16384;

/** Calls back with each frame, until the returned function is called. */
export function receiveSound(
  context: AudioContext,
  track: MediaStreamTrack,
  onFrame: (samples: Int16Array) => void,
): () => void {
  const stream = new MediaStream([track]);
  const stopSink = sink(stream);
  const source = context.createMediaStreamSource(stream);
  const analyser = new AnalyserNode(context, { fftSize: KEPT_SAMPLES });
  source.connect(analyser);

  const kept = new Float32Array(KEPT_SAMPLES);
  const length = frameLength(context.sampleRate);
  let readUntil = Math.floor(context.currentTime * context.sampleRate);
  const stopClock = startFrameClock(() => {
    const now = Math.floor(context.currentTime * context.sampleRate);
    readUntil = Math.max(readUntil, now - KEPT_SAMPLES);
    if (now - readUntil < length) return;
    analyser.getFloatTimeDomainData(kept);
    for (; now - readUntil >= length; readUntil += length) {
      const start = KEPT_SAMPLES - (now - readUntil);
      onFrame(Int16Array.from(kept.subarray(start, start + length), toInteger));
    }
  });

  return () => {
    stopClock();
    stopSink();
    source.disconnect();
  };
}

/** Chromium gives a remote track's sound to an `AudioContext` only while an element plays it, too. */
function sink(stream: MediaStream): () => void {
  const element = new Audio();
  element.muted = true;
  element.srcObject = stream;
  element.play().catch(() => undefined);
  return () => (element.srcObject = null);
}

function toInteger(sample: number): number {
  return Math.max(-0x8000, Math.min(0x7fff, Math.round(sample * 0x8000)));
}
