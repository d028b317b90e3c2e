// Lists the microphones and speakers, and keeps to what the visitor has chosen while devices come and go.

import type { CallModel } from '../core/call-model.ts';
import { isOver } from '../core/call-state.ts';
import type { DialogueStrings } from '../i18n/dialogue-strings.ts';
import { canChooseSpeaker, chooseSpeaker } from '../media/playback.ts';
import type { Device, DeviceKind, DevicesContext } from '../panel/devices.ts';
import type { CallController } from './call-controller.ts';
import type { CallStage } from './call-stage.ts';

/** Chromium lists the system's choice a second time, under these names. */
const aliases = new Set(['', 'default', 'communications']);

export class DeviceController {
  readonly #stage: CallStage;
  readonly #calls: CallController;
  #microphones: readonly Device[] = [];
  #speakers: readonly Device[] = [];
  #call: AbortController | null = null;

  constructor(stage: CallStage, calls: CallController) {
    this.#stage = stage;
    this.#calls = calls;
    calls.subscribe((model) => this.#callChanged(model));
    this.#callChanged(calls.model);
  }

  context(strings: DialogueStrings): DevicesContext {
    const { model, devices } = this.#calls;
    const isListening = 'plan' in model && model.plan.listenOnly;
    return {
      microphones: isListening ? [] : this.#microphones,
      speakers: canChooseSpeaker ? this.#speakers : [],
      chosen: devices,
      strings,
      choose: (kind, id) => void this.#choose(kind, id),
    };
  }

  async #choose(kind: DeviceKind, id: string): Promise<void> {
    this.#calls.devices = { ...this.#calls.devices, [kind]: id };
    if (kind === 'speaker') this.#keepToSpeaker();
    else if (!this.#calls.isOver) await this.#calls.reopenMicrophone();
    this.#stage.host.requestUpdate();
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
    const openId = microphone?.getAudioTracks()[0]?.getSettings().deviceId;
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
    if (this.#stage.audio) chooseSpeaker(this.#stage.audio, isThere ? speaker : '');
  }
}
