// The media of a call inside the page: the browser's peer, its sound, and clips that are fetched.
import { resample } from '../audio/resample.ts';
import type { OpenMedia } from '../media.ts';
import { chooseCodec } from '../offered-codecs.ts';
import { type Clips, fetchClips } from './fetch-clips.ts';
import { PagePeer } from './page-peer.ts';

export const openPageMedia: OpenMedia = (offerSdp, wanted) => {
  const codec = chooseCodec(offerSdp, wanted);
  if (codec === undefined) return undefined;
  // A press has begun the call, so the browser lets sound play.
  const context = new AudioContext();
  const { sampleRate } = context;
  let clips: Clips | undefined;
  const ready = fetchClips().then((all) => (clips = all));
  // Whoever waits for it is told. A call that ends before has nobody who waits.
  ready.catch(() => undefined);
  return {
    codec,
    sampleRate,
    // The browser's peer cannot lose packets at will.
    createPeer: ({ onAudio }) => new PagePeer({ context, codec, ready, onAudio }),
    clip: (line) => {
      const clip = clips?.get(line);
      if (!clip) throw new Error(`The clip ${line} is not there yet`);
      return resample(clip.samples, clip.sampleRate, sampleRate);
    },
    close: () => void context.close(),
  };
};
