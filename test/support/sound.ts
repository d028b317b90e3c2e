// Measures what arrives over a peer connection, from the spectrum of the real audio.

import { until } from './until.ts';

const fftSize = 8_192;
const audibleDb = -60;

/** The loudest frequency of the arriving sound, as soon as anything can be heard. */
export async function loudestHz(peer: RTCPeerConnection): Promise<number> {
  const [receiver] = peer.getReceivers();
  if (!receiver) throw new Error('The connection receives nothing.');
  return loudestHzOf(receiver.track);
}

export async function loudestHzOf(track: MediaStreamTrack): Promise<number> {
  const context = new AudioContext();
  try {
    await context.resume();
    const analyser = new AnalyserNode(context, { fftSize, smoothingTimeConstant: 0.5 });
    const source = context.createMediaStreamSource(new MediaStream([track]));
    source.connect(analyser);
    const levels = new Float32Array(analyser.frequencyBinCount);
    const audible = () => {
      analyser.getFloatFrequencyData(levels);
      return Math.max(...levels) > audibleDb;
    };
    await until(audible, () => 'Nothing is heard.');
    return (levels.indexOf(Math.max(...levels)) * context.sampleRate) / fftSize;
  } finally {
    await context.close();
  }
}
