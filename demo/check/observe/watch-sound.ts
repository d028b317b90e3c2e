// Reads the statistics of the page's peer connections: packets, levels and the way that they take.

import type { SoundNote } from '../observations.ts';
import type { Desk } from './desk.ts';

const everyMs = 250;

type Stats = Readonly<Record<string, unknown>>;

/** Call it before the SDK is loaded. */
export function watchSound(desk: Desk): void {
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      const { notebook } = desk;
      const timer = setInterval(() => {
        if (this.connectionState === 'closed') return clearInterval(timer);
        if (this.remoteDescription === null) return;
        readStats(this, desk.nowMs).then(
          (note) => notebook.addSound(note),
          () => clearInterval(timer),
        );
      }, everyMs);
    }
  };
}

async function readStats(connection: RTCPeerConnection, nowMs: () => number): Promise<SoundNote> {
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
    levelIn: numberOf(ofKind('inbound-rtp')?.['audioLevel']),
    levelOut: numberOf(ofKind('media-source')?.['audioLevel']),
    path: pathOf(byId(pair?.['localCandidateId']), byId(pair?.['remoteCandidateId'])),
  };
}

function pathOf(local: Stats | undefined, remote: Stats | undefined): string | null {
  if (!local || !remote) return null;
  const words = [local['candidateType'], remote['candidateType'], local['protocol']].map(String);
  return `${words[0]} to ${words[1]} over ${words[2]}`;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
