// Watches the sound of a call by the connection's statistics: when the first media arrive, when
// something can be heard, and how loud both ends are. Must not know the SDK.

import type { SoundReading } from '../core/dialogue/sound.ts';
import { withLimit } from '../platform/with-limit.ts';

export interface AudioListener {
  mediaFlowing(): void;
  /** Something of the far end could be heard for the first time. */
  heard(): void;
  read(reading: SoundReading): void;
  /** The connection broke. It may be restored. */
  lost(): void;
  restored(): void;
}

const pollMs = 100;
/** A browser, or what a page has made of its function, may never answer. */
const statsLimitMs = 2_000;
/**
 * As energy (level² × seconds, like `totalAudioEnergy`): about a fifth of a second of quiet speech.
 */
const audibleEnergy = 5e-4;

/** @returns a function that stops watching. */
export function watchAudio(connection: RTCPeerConnection, listener: AudioListener): () => void {
  let stopped = false;
  let flowing = false;
  let heard = false;
  let lost = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const poll = async () => {
    const { energy, reading } = await readAudio(connection);
    if (stopped) return;
    if (lost !== isBroken(connection) && connection.connectionState !== 'closed') {
      lost = !lost;
      if (lost) listener.lost();
      else listener.restored();
    }
    if (!flowing && reading.line.received > 0) {
      flowing = true;
      listener.mediaFlowing();
    }
    if (!heard && energy >= audibleEnergy) {
      heard = true;
      listener.heard();
    }
    listener.read(reading);
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
  readonly energy: number;
  readonly reading: SoundReading;
}

/**
 * The fields that count, of the entries `inbound-rtp` (what arrives), `outbound-rtp` (what is sent),
 * `media-source` (the microphone) and `remote-inbound-rtp` (what the far end reports of what it receives).
 */
interface AudioStats {
  readonly type: string;
  readonly kind?: string;
  readonly packetsReceived?: number;
  readonly packetsSent?: number;
  readonly packetsLost?: number;
  readonly fractionLost?: number;
  /** In seconds. */
  readonly roundTripTime?: number;
  readonly totalAudioEnergy?: number;
  readonly audioLevel?: number;
}

async function readAudio(connection: RTCPeerConnection): Promise<AudioReading> {
  let [received, lost, missedShare, roundTripMs] = [0, 0, 0, 0];
  let [energy, assistant, visitor, sent] = [0, 0, 0, 0];
  try {
    const stats = connection.connectionState === 'closed' ? [] : await statsOf(connection);
    stats.forEach((entry: AudioStats) => {
      if (entry.kind !== 'audio') return;
      if (entry.type === 'media-source') visitor = entry.audioLevel ?? 0;
      if (entry.type === 'outbound-rtp') sent += entry.packetsSent ?? NaN;
      if (entry.type === 'remote-inbound-rtp') {
        missedShare = entry.fractionLost ?? 0;
        roundTripMs = (entry.roundTripTime ?? 0) * 1000;
      }
      if (entry.type !== 'inbound-rtp') return;
      received += entry.packetsReceived ?? 0;
      lost += entry.packetsLost ?? 0;
      energy += entry.totalAudioEnergy ?? 0;
      assistant = entry.audioLevel ?? 0;
    });
  } catch {
    // A page may have changed what tells of it. What cannot be watched is taken for well.
    [received, sent] = [1, NaN];
  }
  const line = { received, lost, missedShare, roundTripMs };
  return { energy, reading: { levels: { assistant, visitor }, line, sent } };
}

async function statsOf(connection: RTCPeerConnection): Promise<RTCStatsReport> {
  const stats = connection.getStats();
  // What keeps sites from telling visitors apart may leave nothing in it.
  if ((await withLimit(stats, statsLimitMs)) && (await stats).size > 0) return stats;
  throw new Error('No statistics.');
}
