// Reads from an offer which of the gateway's codecs the client can use.

export type CodecName = 'opus' | 'pcmu';

/** The known codecs of the offer's audio, in the order of the offer. */
export function offeredCodecs(sdp: string): CodecName[] {
  const payloadTypes = /^m=audio \d+ \S+ ([\d ]+)/m.exec(sdp)?.[1]?.split(' ') ?? [];
  return payloadTypes
    .map((payloadType) => nameOf(payloadType, sdp))
    .filter((name) => name !== undefined);
}

/** The codec of a call: the first one in the offer that is wanted. */
export function chooseCodec(sdp: string, wanted: CodecName | 'any'): CodecName | undefined {
  return offeredCodecs(sdp).find((offered) => wanted === 'any' || offered === wanted);
}

function nameOf(payloadType: string, sdp: string): CodecName | undefined {
  if (payloadType === '0') return 'pcmu';
  const rtpmap = new RegExp(`^a=rtpmap:${payloadType} opus/48000`, 'im');
  return rtpmap.test(sdp) ? 'opus' : undefined;
}
