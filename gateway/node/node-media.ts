// The media of a call in Node: werift's peer, a codec of ours, and clips from the disk.
import { resample } from '../audio/resample.ts';
import type { OpenMedia } from '../media.ts';
import { chooseCodec } from '../offered-codecs.ts';
import { createOpusCodec } from './codecs/opus-codec.ts';
import { createPcmuCodec } from './codecs/pcmu-codec.ts';
import { readClip } from './read-clip.ts';
import { WeriftPeer } from './werift-peer.ts';

const CODECS = { opus: createOpusCodec, pcmu: createPcmuCodec };

export const openNodeMedia: OpenMedia = (offerSdp, wanted) => {
  const name = chooseCodec(offerSdp, wanted);
  if (name === undefined) return undefined;
  const codec = CODECS[name]();
  const { sampleRate } = codec;
  return {
    codec: name,
    sampleRate,
    createPeer: ({ lossShare, onAudio }) => new WeriftPeer(codec, lossShare, onAudio),
    clip: (line) => {
      const { samples, sampleRate: recordedRate } = readClip(line);
      return resample(samples, recordedRate, sampleRate);
    },
    close: () => codec.close(),
  };
};
