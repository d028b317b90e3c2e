// The sound of a call: the visitor's microphone, the assistant's voice, and the devices
// that the visitor has chosen for them.

import type { Settings } from '../contract/settings.ts';
import type { CallPort } from '../contract/widget-port.ts';
import { ignoreFailure } from '../core/ignore-failure.ts';
import type { CallError } from '../core/call/call-error.ts';
import { type ChosenDevices, keepDevices, readDevices } from '../platform/device-storage.ts';
import { inTime } from '../platform/load-once.ts';
import { loadFirstNeeds, loadVoice, type Voice } from './load-voice.ts';
import type { MicrophoneController, MicrophonePorts } from './microphone-controller.ts';

interface CallSoundPorts {
  /** Whether a microphone is still wanted. */
  readonly isWanted: () => boolean;
  readonly isLive: () => boolean;
  /** Another microphone takes the place of the one that was open. */
  readonly replace: (microphone: MediaStream) => void;
  /** Without a microphone, the call cannot begin. */
  readonly failed: (error: CallError) => void;
}

const systemDefault: ChosenDevices = { microphone: '', speaker: '' };

export class CallSound {
  readonly #port: CallPort;
  readonly #microphonePorts: MicrophonePorts;
  /** `null` until its code has come, for the first call. */
  #microphones: MicrophoneController | null = null;
  #voice: Voice | null = null;
  #remembers = false;
  #codeLimitMs: number | undefined;
  #devices: ChosenDevices | null = null;
  #microphoneLost = false;
  #blocked = false;

  constructor(port: CallPort, { isWanted, isLive, replace, failed }: CallSoundPorts) {
    this.#port = port;
    this.#microphonePorts = {
      isWanted,
      wanted: () => this.devices.microphone,
      replace: (microphone) => {
        replace(microphone);
        this.#setMicrophoneLost(false);
      },
      lost: (error) => {
        if (isLive()) this.#setMicrophoneLost(true);
        else failed(error);
      },
    };
  }

  /** `null` before the first call. */
  get voice(): Voice | null {
    return this.#voice;
  }

  /** Whether the microphone was unplugged, or forbidden, and the browser offers no other. */
  get microphoneLost(): boolean {
    return this.#microphoneLost;
  }

  /** Whether the sound is held back until the visitor asks for it. */
  get isBlocked(): boolean {
    return this.#blocked;
  }

  set isBlocked(blocked: boolean) {
    if (this.#blocked === blocked) return;
    this.#blocked = blocked;
    this.#port.requestUpdate();
  }

  /** What the visitor has chosen, in this call or an earlier one. */
  get devices(): ChosenDevices {
    return (this.#devices ??= this.#remembers ? readDevices() : systemDefault);
  }

  set devices(devices: ChosenDevices) {
    this.#devices = devices;
    if (this.#remembers) keepDevices(devices);
  }

  /** For a session that is wanted now. */
  async fetch(): Promise<Voice> {
    const voice = await loadVoice();
    await voice.ensureStorage();
    return (this.#voice = voice);
  }

  /** A call begins. */
  begin({ resume, waitLimitsMs }: Settings): void {
    this.#codeLimitMs = waitLimitsMs.code;
    const remembered = this.#remembers;
    this.#remembers = resume !== 'off';
    if (this.#remembers && !remembered) this.#devices = null;
  }

  /** The call is over. */
  end(): void {
    const { audio } = this.#port;
    // A page may have broken it: the end of a call does not wait for that.
    ignoreFailure(() => audio && this.#voice?.stop(audio));
    this.isBlocked = false;
    this.#setMicrophoneLost(false);
  }

  /**
   * @param signal aborted when the call is given up: nobody is asked for a microphone then.
   * @throws CallError
   */
  async openMicrophone(listenOnly: boolean, signal: AbortSignal): Promise<MediaStream> {
    const microphones = await this.#fetchMicrophones();
    signal.throwIfAborted();
    return microphones.open(listenOnly);
  }

  /**
   * Opens the microphone that is wanted now, in place of the one that is open or gone.
   * @returns whether it could be opened.
   */
  async reopenMicrophone(): Promise<boolean> {
    const microphones = await this.#fetchMicrophones();
    return microphones.reopen();
  }

  closeMicrophone(microphone: MediaStream): void {
    this.#microphones?.close(microphone);
  }

  /** Whether a script has taken the voice away from the player. */
  get isTaken(): boolean {
    const { audio } = this.#port;
    return (audio && this.#voice?.isVoiceTaken(audio)) ?? false;
  }

  /** Asks the browser to play; within a press it will. */
  play(): void {
    const { audio } = this.#port;
    if (!audio || !this.#voice) return;
    void this.#voice
      .play(audio, this.devices.speaker)
      .then((isPlaying) => (this.isBlocked = !isPlaying));
  }

  /**
   * @param id of a speaker; empty is the system's own choice.
   * @returns false: it cannot be used.
   */
  async useSpeaker(id: string): Promise<boolean> {
    const { audio } = this.#port;
    return !audio || !this.#voice || this.#voice.chooseSpeaker(audio, id);
  }

  async #fetchMicrophones(): Promise<MicrophoneController> {
    const code = await inTime(loadFirstNeeds(), this.#codeLimitMs);
    return (this.#microphones ??= new code.MicrophoneController(this.#microphonePorts));
  }

  #setMicrophoneLost(lost: boolean): void {
    if (this.#microphoneLost === lost) return;
    this.#microphoneLost = lost;
    this.#port.requestUpdate();
  }
}
