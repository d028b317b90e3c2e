// The visitor's microphone in a call: opened for it, and once more when it goes away.

import { CallError } from '../core/call-error.ts';
import { openMicrophone, openSilence } from '../media/microphone.ts';

interface MicrophonePorts {
  /** Another one takes the place of the one that is gone. */
  replace(microphone: MediaStream): void;
  /** It is gone, and there is no other. */
  lost(error: CallError): void;
}

export class MicrophoneController {
  readonly #ports: MicrophonePorts;

  constructor(ports: MicrophonePorts) {
    this.#ports = ports;
  }

  /** @throws CallError */
  async open(listenOnly: boolean): Promise<MediaStream> {
    if (listenOnly) return openSilence();
    const microphone = await openMicrophone();
    // Unplugged, or forbidden: whoever stops a track himself is not told.
    for (const track of microphone.getTracks()) track.onended = () => void this.reopen();
    return microphone;
  }

  async reopen(): Promise<void> {
    try {
      this.#ports.replace(await this.open(false));
    } catch (thrown) {
      this.#ports.lost(CallError.from(thrown));
    }
  }
}
