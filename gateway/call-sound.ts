// The sound of one call: what the caller is sent, frame by frame, and what arrives from the caller.
import { startFrameClock } from './audio/frame-clock.ts';
import { frameLength } from './audio/frames.ts';
import { HeardAudio } from './audio/heard-audio.ts';
import { createTone } from './audio/tone.ts';
import type { Media, Peer } from './media.ts';
import type { Scenario } from './scenario.ts';

/** What the sound needs of its call. */
export interface CallSoundPort {
  isLive(): boolean;
  /** Whether the call is up, so that the caller can be heard. */
  isActive(): boolean;
  /** The assistant's next frame, if there is an assistant. */
  nextSpeech(timestamp: number): Int16Array | undefined;
  hear(samples: Int16Array): void;
  changed(): void;
}

const RINGBACK_HZ = 425;

export class CallSound {
  readonly heard = new HeardAudio();
  readonly #media: Media;
  readonly #scenario: Scenario;
  readonly #port: CallSoundPort;
  #peer: Peer;
  #isMute: boolean;
  #tone: (() => Int16Array) | undefined;
  #stopClock: () => void = () => undefined;

  constructor(media: Media, scenario: Scenario, port: CallSoundPort) {
    this.#media = media;
    this.#scenario = scenario;
    this.#port = port;
    this.#isMute = scenario.audio === 'none';
    this.#peer = this.#createPeer();
  }

  get peer(): Peer {
    return this.#peer;
  }

  start(): void {
    const silence = new Int16Array(frameLength(this.#media.sampleRate));
    this.#stopClock = startFrameClock(() => {
      const speech = this.#port.nextSpeech(this.#peer.timestamp) ?? silence;
      if (this.#port.isLive() && !this.#isMute) this.#peer.send(this.#tone?.() ?? speech);
      this.#port.changed();
    });
  }

  /** Sends the sound of a telephone that rings. */
  ring(): void {
    this.#tone = createTone(RINGBACK_HZ, this.#media.sampleRate);
  }

  /** Sends speech, or the scenario's tone in its place. */
  talk(): void {
    const { toneHz } = this.#scenario;
    this.#tone = toneHz === undefined ? undefined : createTone(toneHz, this.#media.sampleRate);
  }

  /** Makes a new peer, with which the call goes on. */
  renewPeer(): Peer {
    void this.#peer.close();
    this.#peer = this.#createPeer();
    this.#isMute ||= this.#scenario.reconnect === 'attach-mute';
    return this.#peer;
  }

  /** Stops all media. The client is not told. */
  stop(): void {
    this.#stopClock();
    void this.#peer.close();
  }

  #createPeer(): Peer {
    return this.#media.createPeer({
      lossShare: this.#scenario.lossPercent / 100,
      onAudio: (samples) => {
        if (!this.#port.isActive()) return;
        this.heard.hear(samples);
        this.#port.hear(samples);
      },
    });
  }
}
