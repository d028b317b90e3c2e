/** The audio codecs that the browser can receive, Opus first; none where it does not tell: then it chooses. */
export function opusFirst(): RTCRtpCodec[] {
  try {
    const codecs = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
    const isOpus = ({ mimeType }: RTCRtpCodec) => mimeType.toLowerCase() === 'audio/opus';
    return [...codecs.filter(isOpus), ...codecs.filter((codec) => !isOpus(codec))];
  } catch {
    return [];
  }
}
