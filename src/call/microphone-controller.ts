// The visitor's microphone in a call: opened for it, and once more when it goes away or another is wanted.

import { CallError } from '../core/call/call-error.ts';
import { loadMicrophone } from './load-voice.ts';

interface MicrophonePorts {
  /** Whether the call still goes on, or is to. */
  isWanted(): boolean;
  /** The id of the one that is wanted; empty is the system's choice. */
  wanted(): string;
  /** Another one takes the place of the one that was open. */
  replace(microphone: MediaStream): void;
  /** It is gone, and there is no other. */
  lost(error: CallError): void;
}

export class MicrophoneController {
  readonly #ports: MicrophonePorts;
  /** What is open, or was last. */
  #microphone: MediaStream | null = null;
  #listenOnly = false;
  /** Grows with each wish for one: what comes of an earlier wish comes too late. */
  #wish = 0;
  #asking = 0;
  /** Comes with the code that opens one. */
  #close: (microphone: MediaStream) => void = () => {};

  constructor(ports: MicrophonePorts) {
    this.#ports = ports;
  }

  /** For a call. @throws CallError */
  async open(listenOnly: boolean): Promise<MediaStream> {
    const wish = ++this.#wish;
    this.#listenOnly = listenOnly;
    const microphone = await this.#ask(wish);
    if (wish === this.#wish) this.#microphone = microphone;
    return microphone;
  }

  /** @returns false: it cannot be opened. The one that was open stays, if it is not gone. */
  async reopen(): Promise<boolean> {
    const wish = ++this.#wish;
    try {
      const microphone = await this.#ask(wish);
      if (wish === this.#wish) this.#ports.replace((this.#microphone = microphone));
      else this.close(microphone);
      return true;
    } catch (thrown) {
      if (wish === this.#wish && !this.#isLive) this.#ports.lost(CallError.from(thrown));
      return false;
    }
  }

  close(microphone: MediaStream): void {
    this.#close(microphone);
  }

  get #isLive(): boolean {
    return this.#microphone?.getTracks()[0]?.readyState === 'live';
  }

  async #ask(wish: number): Promise<MediaStream> {
    const { openMicrophone, openSilence, closeMicrophone } = await loadMicrophone();
    this.#close = closeMicrophone;
    // Nobody is asked for a microphone for a call that was given up while its code was fetched.
    if (wish !== this.#wish || !this.#ports.isWanted())
      throw new CallError('unexpected', 'Given up.');
    if (this.#listenOnly) return openSilence();
    this.#asking += 1;
    try {
      const microphone = await openMicrophone(this.#ports.wanted());
      for (const track of microphone.getTracks()) track.onended = () => this.#ended(microphone);
      return microphone;
    } finally {
      this.#asking -= 1;
    }
  }

  /** Unplugged, forbidden, or ended by one that is being opened: phones have one at a time. */
  #ended(microphone: MediaStream): void {
    if (microphone === this.#microphone && this.#asking === 0) void this.reopen();
  }
}
