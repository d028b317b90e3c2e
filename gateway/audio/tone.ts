// Makes a steady sine, frame by frame.
import { frameLength } from './frames.ts';

const AMPLITUDE = 8000;

/** Returns a source of frames. The wave goes on from frame to frame, so nothing clicks. */
export function createTone(hz: number, sampleRate: number): () => Int16Array {
  const length = frameLength(sampleRate);
  const radiansPerSample = (2 * Math.PI * hz) / sampleRate;
  let sample = 0;
  return () => {
    const frame = Int16Array.from({ length }, (_, i) =>
      Math.round(AMPLITUDE * Math.sin((sample + i) * radiansPerSample)),
    );
    sample += length;
    return frame;
  };
}
