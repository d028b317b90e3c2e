// Lists the microphones and speakers, and keeps to what the visitor has chosen while devices come and go.

import type { EventPort } from '../contract/widget-port.ts';
import type { CallModel } from '../core/call/call-model.ts';
import { isOver } from '../core/call/call-state.ts';
import type { ChosenDevices } from '../platform/device-storage.ts';
import type { CallController } from './call-controller.ts';

export interface Device {
  readonly id: string;
  readonly label: string;
}

export type DeviceKind = keyof ChosenDevices;

/** Chromium lists the system's choice a second time, under these names. */
const aliases = new Set(['', 'default', 'communications']);

export class DeviceController {
  readonly #port: EventPort;
  readonly #call: CallController;
  readonly #tellFailure: () => void;
  #microphones: readonly Device[] = [];
  #speakers: readonly Device[] = [];
  /** Aborted when the call is over. */
  #listening: AbortController | null = null;

  /** @param tellFailure the device that the visitor chose cannot be used. */
  constructor(port: EventPort, call: CallController, tellFailure: () => void) {
    this.#port = port;
    this.#call = call;
    this.#tellFailure = tellFailure;
    call.subscribe((model) => this.#callChanged(model));
    this.#callChanged(call.model);
  }

  /** Those that the visitor may choose from; none in a call without a microphone. */
  get microphones(): readonly Device[] {
    return this.#isListenOnly ? [] : this.#microphones;
  }

  get speakers(): readonly Device[] {
    return this.#call.sound.voice?.canChooseSpeaker ? this.#speakers : [];
  }

  get chosen(): ChosenDevices {
    return this.#call.sound.devices;
  }

  async choose(kind: DeviceKind, id: string): Promise<void> {
    const { sound, isOver } = this.#call;
    const before = sound.devices;
    sound.devices = { ...before, [kind]: id };
    if (kind === 'speaker') {
      this.#keepToSpeaker();
    } else if (!isOver && !(await sound.reopenMicrophone())) {
      sound.devices = before;
      this.#tellFailure();
    }
    this.#port.requestUpdate();
  }

  get #isListenOnly(): boolean {
    const { model } = this.#call;
    return 'plan' in model && model.plan.listenOnly;
  }

  #callChanged({ state }: CallModel): void {
    if (isOver(state)) {
      this.#listening?.abort();
      this.#listening = null;
    } else if (!this.#listening) {
      this.#listening = new AbortController();
      const { signal } = this.#listening;
      const mediaDevices: Partial<MediaDevices> = navigator.mediaDevices;
      const changed = () => void this.#devicesChanged();
      mediaDevices.addEventListener?.('devicechange', changed, { signal });
      void this.#list();
    }
  }

  /** A device that is wanted may be back. */
  async #devicesChanged(): Promise<void> {
    await this.#list();
    if (!this.#listening) return;
    this.#keepToSpeaker();
    const { microphone, sound } = this.#call;
    // The first one is still being opened, or none is wanted.
    if (!microphone || this.#isListenOnly) return;
    const openId = microphone.getAudioTracks()[0]?.getSettings().deviceId;
    const wantedId = sound.devices.microphone;
    const isBack = this.#microphones.some(({ id }) => id === wantedId);
    if (sound.microphoneLost || (isBack && openId !== wantedId)) await sound.reopenMicrophone();
  }

  async #list(): Promise<void> {
    const all = await listDevices();
    const ofKind = (wanted: MediaDeviceKind): Device[] =>
      all
        .filter(({ kind, deviceId }) => kind === wanted && !aliases.has(deviceId))
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    this.#microphones = ofKind('audioinput');
    this.#speakers = ofKind('audiooutput');
    this.#port.requestUpdate();
  }

  #keepToSpeaker(): void {
    const { speaker } = this.#call.sound.devices;
    const isThere = this.#speakers.some(({ id }) => id === speaker);
    this.#call.sound.useSpeaker(isThere ? speaker : '');
  }
}

/** None, where the browser cannot list them: the call has no choice then. */
async function listDevices(): Promise<readonly MediaDeviceInfo[]> {
  try {
    const list: unknown = await navigator.mediaDevices.enumerateDevices();
    return Array.isArray(list) ? (list as MediaDeviceInfo[]) : [];
  } catch {
    return [];
  }
}
