/**
 * Asks for the codecs while the SDK is on its way: the first to ask a browser waits until its WebRTC
 * engine has started. Where it cannot be asked, the session says so later.
 */
export function warmUpCodecs(): void {
  try {
    RTCRtpReceiver.getCapabilities('audio');
  } catch {
    // Nothing is lost but time.
  }
}
