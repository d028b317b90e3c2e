// The visitor's microphone in a call: opened for it, and once more when it goes away or another is wanted.

import { CallError } from '../core/call/call-error.ts';
import { inTime } from '../platform/load-once.ts';
import { closeMicrophone, openMicrophone, openSilence } from '../platform/microphone.ts';
import { steadyMs } from '../platform/schedule.ts';

export interface MicrophonePorts {
  /** Whether the call still goes on, or is to. */
  isWanted(): boolean;
  /** The id of the one that is wanted; empty is the system's choice. */
  wanted(): string;
  /** Another one takes the place of the one that was open. */
  replace(microphone: MediaStream): void;
  /** It is gone, and there is no other. */
  lost(error: CallError): void;
}

/** One that ends so soon after another is not opened by itself any more. */
const endsAgainMs = 2_000;
/** One that is asked for may never come: another one that is wanted does not wait for that. */
const patienceMs = 5_000;

export class MicrophoneController {
  readonly #ports: MicrophonePorts;
  /** What is open, or was last. */
  #microphone: MediaStream | null = null;
  #listenOnly = false;
  /** Grows with each wish for one: what comes of an earlier wish comes too late. */
  #wish = 0;
  /** The browser is asked for one. */
  #asked: Promise<MediaStream> | null = null;
  #endedAtMs = -Infinity;

  constructor(ports: MicrophonePorts) {
    this.#ports = ports;
  }

  /** For a call. @throws CallError */
  async open(listenOnly: boolean): Promise<MediaStream> {
    const wish = ++this.#wish;
    this.#listenOnly = listenOnly;
    // What an earlier call has asked for may never come.
    this.#asked = null;
    const microphone = await this.#ask(wish);
    if (wish === this.#wish) this.#microphone = microphone;
    return microphone;
  }

  /**
   * One at a time; of the wishes that come meanwhile, the last one counts.
   * @returns false: it cannot be opened. The one that was open stays, if it is not gone.
   */
  async reopen(): Promise<boolean> {
    const wish = ++this.#wish;
    try {
      if (this.#asked) await inTime(this.#asked, patienceMs).catch(() => undefined);
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
    closeMicrophone(microphone);
  }

  get #isLive(): boolean {
    return this.#microphone?.getTracks()[0]?.readyState === 'live';
  }

  async #ask(wish: number): Promise<MediaStream> {
    // The call may have been given up meanwhile.
    if (wish !== this.#wish || !this.#ports.isWanted())
      throw new CallError('unexpected', 'Given up.');
    if (this.#listenOnly) return openSilence();
    const asked = (this.#asked = openMicrophone(this.#ports.wanted()));
    try {
      const microphone = await asked;
      for (const track of microphone.getTracks()) track.onended = () => this.#ended(microphone);
      return microphone;
    } finally {
      if (this.#asked === asked) this.#asked = null;
    }
  }

  /** Unplugged, forbidden, or ended by one that is being opened: phones have one at a time. */
  #ended(microphone: MediaStream): void {
    if (microphone !== this.#microphone || this.#asked) return;
    const endedAtMs = this.#endedAtMs;
    this.#endedAtMs = steadyMs();
    // It would be opened for ever.
    if (this.#endedAtMs - endedAtMs < endsAgainMs)
      this.#ports.lost(new CallError('mic-busy', 'It ends again and again.'));
    else void this.reopen();
  }
}
