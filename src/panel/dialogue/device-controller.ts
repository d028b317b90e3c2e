// Lists the microphones and speakers, and keeps to what the visitor has chosen while devices come and go.

import type { CallModel } from '../../core/call/call-model.ts';
import { isOver } from '../../core/call/call-state.ts';
import type { DialogueStrings } from '../../i18n/dialogue-strings.ts';
import type { Device, DeviceKind, DevicesContext } from './devices.ts';
import type { CallController } from '../../call/call-controller.ts';
import type { CallStage } from '../../contract/call-stage.ts';

/** Chromium lists the system's choice a second time, under these names. */
const aliases = new Set(['', 'default', 'communications']);

export class DeviceController {
  readonly #stage: CallStage;
  readonly #calls: CallController;
  readonly #tellFailure: () => void;
  #microphones: readonly Device[] = [];
  #speakers: readonly Device[] = [];
  #call: AbortController | null = null;

  /** @param tellFailure the device that the visitor chose cannot be used. */
  constructor(stage: CallStage, calls: CallController, tellFailure: () => void) {
    this.#stage = stage;
    this.#tellFailure = tellFailure;
    this.#calls = calls;
    calls.subscribe((model) => this.#callChanged(model));
    this.#callChanged(calls.model);
  }

  context(strings: DialogueStrings): DevicesContext {
    const { devices, isOver } = this.#calls;
    // Outside a call nobody has agreed to anything being remembered.
    const mayChoose = !isOver || !this.#stage.host.requireConsent;
    return {
      microphones: mayChoose && !this.#isListening ? this.#microphones : [],
      speakers: mayChoose && this.#calls.voice?.canChooseSpeaker ? this.#speakers : [],
      chosen: devices,
      strings,
      choose: (kind, id) => void this.#choose(kind, id),
    };
  }

  async #choose(kind: DeviceKind, id: string): Promise<void> {
    const { devices, isOver } = this.#calls;
    this.#calls.devices = { ...devices, [kind]: id };
    if (kind === 'speaker') {
      this.#keepToSpeaker();
    } else if (!isOver && !(await this.#calls.reopenMicrophone())) {
      this.#calls.devices = devices;
      this.#tellFailure();
    }
    this.#stage.host.requestUpdate();
  }

  /** Without a microphone. */
  get #isListening(): boolean {
    const { model } = this.#calls;
    return 'plan' in model && model.plan.listenOnly;
  }

  #callChanged({ state }: CallModel): void {
    if (isOver(state)) {
      this.#call?.abort();
      this.#call = null;
    } else if (!this.#call) {
      this.#call = new AbortController();
      const { signal } = this.#call;
      const { mediaDevices } = navigator;
      mediaDevices.addEventListener('devicechange', () => void this.#devicesChanged(), { signal });
      void this.#list();
    }
  }

  /** A device that is wanted may be back. */
  async #devicesChanged(): Promise<void> {
    await this.#list();
    if (!this.#call) return;
    this.#keepToSpeaker();
    const { devices, microphone, microphoneLost } = this.#calls;
    // The first one is still being opened, or none is wanted.
    if (!microphone || this.#isListening) return;
    const openId = microphone.getAudioTracks()[0]?.getSettings().deviceId;
    const isBack = this.#microphones.some(({ id }) => id === devices.microphone);
    if (microphoneLost || (isBack && openId !== devices.microphone)) {
      await this.#calls.reopenMicrophone();
    }
  }

  async #list(): Promise<void> {
    const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    const ofKind = (wanted: MediaDeviceKind): Device[] =>
      all
        .filter(({ kind, deviceId }) => kind === wanted && !aliases.has(deviceId))
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    this.#microphones = ofKind('audioinput');
    this.#speakers = ofKind('audiooutput');
    this.#stage.host.requestUpdate();
  }

  #keepToSpeaker(): void {
    const { speaker } = this.#calls.devices;
    const isThere = this.#speakers.some(({ id }) => id === speaker);
    const { audio } = this.#stage;
    if (audio) this.#calls.voice?.chooseSpeaker(audio, isThere ? speaker : '');
  }
}
