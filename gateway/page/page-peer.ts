// The media end of a call inside the page: the browser's own peer connection, whose other side is the
// widget's. Candidates of this machine are enough for that.
import { type Fields, numberOf, textOf } from '../fields.ts';
import type { Peer } from '../media.ts';
import type { CodecName } from '../offered-codecs.ts';
import { receiveSound } from './received-sound.ts';
import { SentSound } from './sent-sound.ts';

/** Pages replace it, and then it is not for us: this is how the browser has it. */
const { RTCPeerConnection } = globalThis;

/** Without a server to ask, all candidates are there in a moment. */
const GATHERING_TAKES_AT_MOST_MS = 1000;

export interface PagePeerOptions {
  readonly context: AudioContext;
  readonly codec: CodecName;
  /** Whatever must be there before the call can be answered. */
  readonly ready: Promise<unknown>;
  readonly onAudio: (samples: Int16Array) => void;
}

export class PagePeer implements Peer {
  readonly connected: Promise<void>;
  readonly #options: PagePeerOptions;
  readonly #connection = new RTCPeerConnection();
  readonly #sound: SentSound;
  #offerApplied: Promise<unknown> = Promise.resolve();
  #sender: RTCRtpSender | undefined;
  #timestamp = 0;
  #stopReceiving: () => void = () => undefined;

  constructor(options: PagePeerOptions) {
    this.#options = options;
    this.#sound = new SentSound(options.context);
    const connection = this.#connection;
    connection.addEventListener('track', ({ track }) => this.#receive(track));
    this.connected = new Promise((resolve) => {
      connection.addEventListener('connectionstatechange', () => {
        if (connection.connectionState === 'connected') resolve();
      });
    });
  }

  get timestamp(): number {
    return this.#timestamp;
  }

  async answer(offerSdp: string): Promise<string> {
    await this.#options.ready;
    this.#offerApplied = this.#connection.setRemoteDescription({ type: 'offer', sdp: offerSdp });
    await this.#offerApplied;
    const [transceiver] = this.#connection.getTransceivers();
    if (transceiver) {
      transceiver.direction = 'sendrecv';
      transceiver.sender.setStreams(this.#sound.stream);
      preferCodec(transceiver, this.#options.codec);
    }
    await this.#connection.setLocalDescription();
    return this.#localSdp();
  }

  async offer(): Promise<string> {
    await this.#options.ready;
    const streams = [this.#sound.stream];
    const transceiver = this.#connection.addTransceiver('audio', { streams });
    preferCodec(transceiver, this.#options.codec);
    await this.#connection.setLocalDescription();
    return this.#localSdp();
  }

  async accept(answerSdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: 'answer', sdp: answerSdp });
  }

  async addCandidate(candidate: Fields): Promise<void> {
    const isReady = await this.#options.ready.then(() => this.#offerApplied).catch(() => false);
    // Candidates may still arrive when the call cannot be answered, or after the bye.
    if (isReady === false || this.#connection.connectionState === 'closed') return;
    await this.#connection.addIceCandidate({
      candidate: textOf(candidate.candidate) ?? '',
      sdpMid: textOf(candidate.sdpMid) ?? null,
      sdpMLineIndex: numberOf(candidate.sdpMLineIndex) ?? null,
    });
  }

  /** Sends one frame. Before the first one, not even silence is sent. */
  send(samples: Int16Array): void {
    this.#timestamp = (this.#timestamp + samples.length) >>> 0;
    if (!this.#sender) {
      const [track] = this.#sound.stream.getAudioTracks();
      this.#sender = this.#connection.getTransceivers()[0]?.sender;
      this.#sender?.replaceTrack(track ?? null).catch(() => undefined);
    }
    this.#sound.play(samples);
  }

  close(): Promise<void> {
    this.#stopReceiving();
    this.#sound.stop();
    this.#connection.close();
    return Promise.resolve();
  }

  #receive(track: MediaStreamTrack): void {
    const { context, onAudio } = this.#options;
    this.#stopReceiving();
    this.#stopReceiving = receiveSound(context, track, onAudio);
  }

  /** The description with all candidates: the gateway sends none afterwards. */
  async #localSdp(): Promise<string> {
    const connection = this.#connection;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (connection.iceGatheringState === 'complete') resolve();
      };
      connection.addEventListener('icegatheringstatechange', look);
      setTimeout(resolve, GATHERING_TAKES_AT_MOST_MS);
      look();
    });
    return connection.localDescription?.sdp ?? '';
  }
}

function preferCodec(transceiver: RTCRtpTransceiver, name: CodecName): void {
  const known = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
  const wanted = known.filter(({ mimeType }) => mimeType.toLowerCase() === `audio/${name}`);
  if (wanted.length > 0) transceiver.setCodecPreferences(wanted);
}
