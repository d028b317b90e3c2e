// What a call needs of the place in which the gateway runs: a peer that carries sound, and the recorded voice.
// Node has one kind (node/node-media.ts), a page another (page/page-media.ts).
import type { Fields } from './fields.ts';
import type { CodecName } from './offered-codecs.ts';
import type { LineId } from './speech/speech-lines.ts';

/** The media end of a call. It works with SDP and samples. It must not know signaling. */
export interface Peer {
  /** Resolves when media can flow. Stays pending when it never can. */
  readonly connected: Promise<void>;
  /** The timestamp of the next frame. */
  readonly timestamp: number;
  /** Answers an offer. A later offer restarts ICE. */
  answer(offerSdp: string): Promise<string>;
  offer(): Promise<string>;
  accept(answerSdp: string): Promise<void>;
  /** Adds a trickled candidate. The offer that it belongs to may still be on its way into the peer. */
  addCandidate(candidate: Fields): Promise<void>;
  /** Sends one frame of 20 ms. */
  send(samples: Int16Array): void;
  close(): Promise<void>;
}

export interface PeerOptions {
  /** Which share of the packets to the client is lost, from 0 to 1. */
  readonly lossShare: number;
  /** Is called with each frame of 20 ms that arrives. */
  readonly onAudio: (samples: Int16Array) => void;
}

/** The media of one call. A call that is taken up again gets a new peer. */
export interface Media {
  readonly codec: CodecName;
  readonly sampleRate: number;
  createPeer(options: PeerOptions): Peer;
  /** The recorded line. A page has it once a peer has made an offer or an answer. */
  clip(line: LineId): Int16Array;
  close(): void;
}

/** Opens the media of one call. Returns nothing when the offer has no codec that can be used. */
export type OpenMedia = (offerSdp: string, wanted: CodecName | 'any') => Media | undefined;
