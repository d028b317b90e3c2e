// Counts the packets of sound that came after a moment.

import type { SoundNote } from './observations.ts';

/** Of the newest connection alone: where a call comes back by another one, the old one may live on for a while. */
export function packetsSince(sound: readonly SoundNote[], sinceMs: number): number {
  const newest = Math.max(...sound.map(({ connection }) => connection));
  const later = sound.filter(({ atMs, connection }) => atMs > sinceMs && connection === newest);
  return (later.at(-1)?.packetsIn ?? 0) - (later[0]?.packetsIn ?? 0);
}
