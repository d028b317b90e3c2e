/** The audio codecs that the browser can receive, Opus first. */
export function opusFirst(): RTCRtpCodec[] {
  const codecs = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
  const isOpus = ({ mimeType }: RTCRtpCodec) => mimeType.toLowerCase() === 'audio/opus';
  return [...codecs.filter(isOpus), ...codecs.filter((codec) => !isOpus(codec))];
}
