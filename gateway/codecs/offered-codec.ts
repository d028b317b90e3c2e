// Chooses a call's codec: the first one in the offer that the gateway can use.
import type { AudioCodec } from './audio-codec.ts';
import { createOpusCodec } from './opus-codec.ts';
import { createPcmuCodec } from './pcmu-codec.ts';

const CODECS = { opus: createOpusCodec, pcmu: createPcmuCodec };

type CodecName = AudioCodec['name'];

export function createOfferedCodec(sdp: string, wanted: CodecName | 'any'): AudioCodec | undefined {
  const name = offeredCodecs(sdp).find((offered) => wanted === 'any' || offered === wanted);
  return name && CODECS[name]();
}

/** The known codecs of the offer's audio, in the order of the offer. */
export function offeredCodecs(sdp: string): CodecName[] {
  const payloadTypes = /^m=audio \d+ \S+ ([\d ]+)/m.exec(sdp)?.[1]?.split(' ') ?? [];
  return payloadTypes
    .map((payloadType) => nameOf(payloadType, sdp))
    .filter((name) => name !== undefined);
}

function nameOf(payloadType: string, sdp: string): CodecName | undefined {
  if (payloadType === '0') return 'pcmu';
  const rtpmap = new RegExp(`^a=rtpmap:${payloadType} opus/48000`, 'im');
  return rtpmap.test(sdp) ? 'opus' : undefined;
}
