// The gateway's frame length: 20 ms, as Opus and PCMU send it.

export const FRAME_MS = 20;

export function frameLength(sampleRate: number): number {
  return (sampleRate * FRAME_MS) / 1000;
}
