/** An offer of somebody else's call. */
export async function offerOfStranger(): Promise<string> {
  const peer = new RTCPeerConnection();
  peer.addTransceiver('audio');
  const { sdp = '' } = await peer.createOffer();
  peer.close();
  return sdp;
}
