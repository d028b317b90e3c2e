// The visitor's microphone in a call: opened for it, and once more when it goes away or another is wanted.

import { CallError } from '../core/call-error.ts';
import { openMicrophone, openSilence } from '../media/microphone.ts';

interface MicrophonePorts {
  /** The id of the one that is wanted; empty is the system's choice. */
  wanted(): string;
  /** Another one takes the place of the one that was open. */
  replace(microphone: MediaStream): void;
  /** It is gone, and there is no other. */
  lost(error: CallError): void;
}

export class MicrophoneController {
  readonly #ports: MicrophonePorts;
  #isOpening = false;

  constructor(ports: MicrophonePorts) {
    this.#ports = ports;
  }

  /** @throws CallError */
  async open(listenOnly: boolean): Promise<MediaStream> {
    if (listenOnly) return openSilence();
    this.#isOpening = true;
    try {
      const microphone = await openMicrophone(this.#ports.wanted());
      for (const track of microphone.getTracks()) track.onended = () => this.#ended();
      return microphone;
    } finally {
      this.#isOpening = false;
    }
  }

  async reopen(): Promise<void> {
    try {
      this.#ports.replace(await this.open(false));
    } catch (thrown) {
      this.#ports.lost(CallError.from(thrown));
    }
  }

  /** Unplugged, or forbidden, or ended by one that opens: phones have one at a time. */
  #ended(): void {
    if (!this.#isOpening) void this.reopen();
  }
}
