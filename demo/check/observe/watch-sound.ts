// Reads the statistics of the page's peer connections: packets, levels and the way that they take.

import type { SoundNote } from '../observations.ts';
import type { Desk } from './desk.ts';

const everyMs = 250;

type Stats = Readonly<Record<string, unknown>>;

/** Call it before the SDK is loaded. */
export function watchSound(desk: Desk): void {
  if (!('RTCPeerConnection' in window)) return;
  let connections = 0;
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      const { notebook } = desk;
      const levels = new Levels();
      const connection = (connections += 1);
      const timer = setInterval(() => {
        if (this.connectionState === 'closed') return clearInterval(timer);
        if (this.remoteDescription === null) return;
        readStats(this, levels, desk.nowMs).then(
          (note) => notebook.addSound({ ...note, connection }),
          () => clearInterval(timer),
        );
      }, everyMs);
    }
  };
}

async function readStats(
  connection: RTCPeerConnection,
  levels: Levels,
  nowMs: () => number,
): Promise<Omit<SoundNote, 'connection'>> {
  const all: Stats[] = [];
  (await connection.getStats()).forEach((stats: Stats) => all.push(stats));
  const ofKind = (type: string) =>
    all.find((stats) => stats['type'] === type && stats['kind'] === 'audio');
  const byId = (id: unknown) => all.find((stats) => stats['id'] === id);
  const transport = all.find((stats) => stats['type'] === 'transport');
  const pair = byId(transport?.['selectedCandidatePairId']);
  return {
    atMs: nowMs(),
    packetsIn: numberOf(ofKind('inbound-rtp')?.['packetsReceived']),
    packetsOut: numberOf(ofKind('outbound-rtp')?.['packetsSent']),
    levelIn: levels.since(ofKind('inbound-rtp')),
    levelOut: levels.since(ofKind('media-source')),
    path: pathOf(byId(pair?.['localCandidateId']), byId(pair?.['remoteCandidateId'])),
  };
}

/**
 * How loud it was since the last reading: a short sound between two readings would be missed otherwise.
 * https://w3c.github.io/webrtc-stats/#dom-rtcaudiosourcestats-totalaudioenergy
 */
class Levels {
  readonly #last = new Map<unknown, { readonly energy: number; readonly seconds: number }>();

  since(stats: Stats | undefined): number {
    if (!stats) return 0;
    const id = stats['id'];
    const now = {
      energy: numberOf(stats['totalAudioEnergy']),
      seconds: numberOf(stats['totalSamplesDuration']),
    };
    const { energy, seconds } = this.#last.get(id) ?? { energy: 0, seconds: 0 };
    this.#last.set(id, now);
    const passed = now.seconds - seconds;
    const average = passed > 0 ? Math.sqrt(Math.max(0, now.energy - energy) / passed) : 0;
    return Math.max(average, numberOf(stats['audioLevel']));
  }
}

function pathOf(local: Stats | undefined, remote: Stats | undefined): string | null {
  if (!local || !remote) return null;
  const words = [local['candidateType'], remote['candidateType'], local['protocol']].map(String);
  return `${words[0]} to ${words[1]} over ${words[2]}`;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
