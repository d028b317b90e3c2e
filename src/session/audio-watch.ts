// Watches the sound of a call by the connection's own statistics: first any media at all, then
// something that can be heard, and all the while how loud both ends are.

import type { AudioLevels } from '../core/audio-levels.ts';

export interface AudioListener {
  mediaFlowing(): void;
  /** The far end has said something. */
  heard(): void;
  levels(levels: AudioLevels): void;
  /** The way to the far end broke; it may come back. */
  lost(): void;
  restored(): void;
}

const pollMs = 100;
/** Energy (level² × seconds, as in `totalAudioEnergy`) of about a fifth of a second of quiet speech. */
const audibleEnergy = 5e-4;

/** @returns a function that ends the watch. */
export function watchAudio(connection: RTCPeerConnection, listener: AudioListener): () => void {
  let stopped = false;
  let flowing = false;
  let heard = false;
  let lost = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const poll = async () => {
    const { packets, energy, levels } = await readAudio(connection);
    if (stopped) return;
    if (lost !== isBroken(connection)) {
      lost = !lost;
      if (lost) listener.lost();
      else listener.restored();
    }
    if (!flowing && packets > 0) {
      flowing = true;
      listener.mediaFlowing();
    }
    if (!heard && energy >= audibleEnergy) {
      heard = true;
      listener.heard();
    }
    listener.levels(levels);
    timer = setTimeout(() => void poll(), pollMs);
  };
  void poll();

  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

function isBroken({ connectionState }: RTCPeerConnection): boolean {
  return connectionState === 'disconnected' || connectionState === 'failed';
}

interface AudioReading {
  readonly packets: number;
  readonly energy: number;
  readonly levels: AudioLevels;
}

/** What counts of the entries `inbound-rtp` (what arrives) and `media-source` (the microphone). */
interface AudioStats {
  readonly type: string;
  readonly kind?: string;
  readonly packetsReceived?: number;
  readonly totalAudioEnergy?: number;
  readonly audioLevel?: number;
}

async function readAudio(connection: RTCPeerConnection): Promise<AudioReading> {
  let [packets, energy, assistant, visitor] = [0, 0, 0, 0];
  if (connection.connectionState !== 'closed') {
    const stats = await connection.getStats();
    stats.forEach((entry: AudioStats) => {
      if (entry.kind !== 'audio') return;
      if (entry.type === 'media-source') visitor = entry.audioLevel ?? 0;
      if (entry.type !== 'inbound-rtp') return;
      packets += entry.packetsReceived ?? 0;
      energy += entry.totalAudioEnergy ?? 0;
      assistant = entry.audioLevel ?? 0;
    });
  }
  return { packets, energy, levels: { assistant, visitor } };
}
