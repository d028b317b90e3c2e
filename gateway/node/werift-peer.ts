// The media end of a call in Node: werift's peer connection with one codec.
import {
  MediaStreamTrack,
  RTCPeerConnection,
  RtpHeader,
  RtpPacket,
  useOPUS,
  usePCMU,
} from 'werift';
import type { AudioCodec } from './codecs/audio-codec.ts';
import { type Fields, numberOf, textOf } from '../fields.ts';
import type { Peer } from '../media.ts';

export class WeriftPeer implements Peer {
  readonly connected: Promise<void>;
  readonly #codec: AudioCodec;
  readonly #track = new MediaStreamTrack({ kind: 'audio' });
  readonly #connection: RTCPeerConnection;
  #offerApplied = Promise.resolve();
  #sequenceNumber = 0;
  #timestamp = 0;
  readonly #lossShare: number;
  /** How many packets must still be lost. */
  #owed = 0;

  constructor(codec: AudioCodec, lossShare: number, onAudio: (samples: Int16Array) => void) {
    this.#codec = codec;
    this.#lossShare = lossShare;
    this.#connection = new RTCPeerConnection({
      codecs: { audio: [codec.name === 'opus' ? useOPUS() : usePCMU()] },
      iceServers: [],
      iceUseIpv6: false,
      iceAdditionalHostAddresses: ['127.0.0.1'],
    });
    this.#connection.addTransceiver(this.#track, { direction: 'sendrecv' });
    this.#connection.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe(({ payload }) => onAudio(codec.decode(payload)));
    });
    this.connected = new Promise((resolve) => {
      this.#connection.connectionStateChange.subscribe((state) => {
        if (state === 'connected') resolve();
      });
    });
  }

  get timestamp(): number {
    return this.#timestamp;
  }

  async answer(offerSdp: string): Promise<string> {
    this.#offerApplied = this.#connection.setRemoteDescription({ type: 'offer', sdp: offerSdp });
    await this.#offerApplied;
    const { type, sdp } = await this.#connection.createAnswer();
    await this.#connection.setLocalDescription({ type, sdp: asDtlsServer(sdp) });
    return this.#localSdp();
  }

  async offer(): Promise<string> {
    await this.#connection.setLocalDescription(await this.#connection.createOffer());
    return this.#localSdp();
  }

  async accept(answerSdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: 'answer', sdp: answerSdp });
  }

  async addCandidate(candidate: Fields): Promise<void> {
    await this.#offerApplied;
    // Candidates may still arrive after the bye.
    if (this.#connection.connectionState === 'closed') return;
    const sdpMid = textOf(candidate.sdpMid);
    const sdpMLineIndex = numberOf(candidate.sdpMLineIndex);
    await this.#connection.addIceCandidate({
      candidate: textOf(candidate.candidate) ?? '',
      ...(sdpMid === undefined ? {} : { sdpMid }),
      ...(sdpMLineIndex === undefined ? {} : { sdpMLineIndex }),
    });
  }

  /** Sends one frame. The timestamp counts every frame, so a pause in sending stays a pause. */
  send(samples: Int16Array): void {
    const header = new RtpHeader({
      sequenceNumber: this.#sequenceNumber,
      timestamp: this.#timestamp,
      marker: this.#sequenceNumber === 0,
    });
    this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff;
    this.#timestamp = (this.#timestamp + samples.length) >>> 0;
    const payload = this.#codec.encode(samples);
    this.#owed += this.#lossShare;
    if (this.#owed < 1) return this.#track.writeRtp(new RtpPacket(header, payload));
    this.#owed -= 1;
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  #localSdp(): string {
    return this.#connection.localDescription?.sdp ?? '';
  }
}

/**
 * Lets the browser begin the DTLS handshake. When werift 0.24.4 is the client, it first waits 100 ms
 * (dtls.js:303), and goes on sending for half a minute after it has been closed (flight.js:61-83).
 */
function asDtlsServer(answerSdp: string): string {
  return answerSdp.replaceAll('a=setup:active', 'a=setup:passive');
}
