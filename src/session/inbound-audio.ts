// Watches what arrives from the far end, by the connection's own statistics: first any media at all,
// then something that can be heard.

export interface InboundAudioListener {
  mediaFlowing(): void;
  audible(): void;
}

const pollMs = 100;
/** Energy (level² × seconds, as in `totalAudioEnergy`) of about a fifth of a second of quiet speech. */
const audibleEnergy = 5e-4;

/** @returns a function that ends the watch; it also ends by itself once audio was heard. */
export function watchInboundAudio(
  connection: RTCPeerConnection,
  listener: InboundAudioListener,
): () => void {
  let stopped = false;
  let flowing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const poll = async () => {
    const { packets, energy } = await inboundAudio(connection);
    if (stopped) return;
    if (!flowing && packets > 0) {
      flowing = true;
      listener.mediaFlowing();
    }
    if (energy >= audibleEnergy) return listener.audible();
    timer = setTimeout(() => void poll(), pollMs);
  };
  void poll();

  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

async function inboundAudio(
  connection: RTCPeerConnection,
): Promise<{ packets: number; energy: number }> {
  const received = { packets: 0, energy: 0 };
  if (connection.connectionState === 'closed') return received;
  const stats = await connection.getStats();
  stats.forEach((entry: RTCInboundRtpStreamStats) => {
    if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') return;
    received.packets += entry.packetsReceived ?? 0;
    received.energy += entry.totalAudioEnergy ?? 0;
  });
  return received;
}
