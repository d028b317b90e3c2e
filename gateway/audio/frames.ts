// The one frame length of the gateway: 20 ms, as both Opus and PCMU send it.

export const FRAME_MS = 20;

export function frameLength(sampleRate: number): number {
  return (sampleRate * FRAME_MS) / 1000;
}
