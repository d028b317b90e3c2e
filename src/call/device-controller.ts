// Lists the microphones and speakers, and keeps to what the visitor has chosen while devices come and go.

import type { ReactiveController } from '@lit/reactive-element';
import type { WidgetPort } from '../contract/widget-port.ts';
import { ignoreFailure } from '../core/ignore-failure.ts';
import type { CallModel } from '../core/call/call-model.ts';
import { isOver } from '../core/call/call-state.ts';
import type { ChosenDevices } from '../platform/device-storage.ts';
import { type ListedDevice, listDevices } from '../platform/list-devices.ts';
import { inTime } from '../platform/load-once.ts';
import type { CallController } from './call-controller.ts';

export interface Device {
  readonly id: string;
  readonly label: string;
}

export type DeviceKind = keyof ChosenDevices;

type PerKind<Value> = Partial<Record<DeviceKind, Value | undefined>>;
type DevicePort = Pick<WidgetPort, 'element' | 'requestUpdate'>;

/** Chromium lists the system's choice a second time, under these names. */
const aliases = new Set(['', 'default', 'communications']);
/** A browser may never answer. */
const listLimitMs = 3_000;

export class DeviceController implements ReactiveController {
  readonly #port: DevicePort;
  readonly #call: CallController;
  readonly #tellFailure: () => void;
  #microphones: readonly Device[] = [];
  #speakers: readonly Device[] = [];
  /** The newest choice of each kind that is being tried, and what was in use before all of those. */
  #trying: PerKind<{ readonly before: string }> = {};
  /** Choices that cannot be used as long as the list stays as it is. */
  #failed: PerKind<string> = {};
  /** The browser was asked for a microphone since the list last changed. */
  #hasAsked = false;
  /** The microphone that was open when the list was read: names come with the permission for one. */
  #listedWith: MediaStream | null = null;
  /** The list that the browser was asked for last. */
  #asked: Promise<readonly ListedDevice[]> | null = null;
  /** Aborted when the call is over. */
  #listening: AbortController | null = null;
  /** The call for which the devices are being looked at, and whether they must be looked at once more. */
  #looking: AbortController | null = null;
  #mustLookAgain = false;

  /** @param tellFailure the device that the visitor chose cannot be used. */
  constructor(port: DevicePort, call: CallController, tellFailure: () => void) {
    this.#port = port;
    this.#call = call;
    this.#tellFailure = tellFailure;
    call.subscribe((model) => this.#callChanged(model));
    this.#callChanged(call.model);
    port.element.addController(this);
  }

  /** Those that the visitor may choose from; none in a call without a microphone. */
  get microphones(): readonly Device[] {
    return this.#isListenOnly ? [] : this.#microphones;
  }

  get speakers(): readonly Device[] {
    return this.#call.sound.voice?.canChooseSpeaker ? this.#speakers : [];
  }

  /** What is used, or being tried. In place of a choice that cannot be used, the system's is. */
  get chosen(): ChosenDevices {
    const { microphone, speaker } = this.#call.sound.devices;
    return {
      microphone: microphone === this.#failed.microphone ? '' : microphone,
      speaker: speaker === this.#failed.speaker ? '' : speaker,
    };
  }

  /** The last choice counts, whatever becomes of those before it. */
  async choose(kind: DeviceKind, id: string): Promise<void> {
    const trying = { before: this.#trying[kind]?.before ?? this.chosen[kind] };
    this.#trying[kind] = trying;
    this.#failed[kind] = undefined;
    this.#remember(kind, id);
    const isUsed = await this.#use(kind);
    if (this.#trying[kind] !== trying) return;
    this.#trying[kind] = undefined;
    if (!isUsed) {
      this.#remember(kind, trying.before);
      this.#tellFailure();
      if (kind === 'speaker' || !this.#isOpen(trying.before)) await this.#use(kind);
    }
    this.#port.requestUpdate();
  }

  hostUpdated(): void {
    const { microphone } = this.#call;
    if (!microphone || microphone === this.#listedWith) return;
    this.#listedWith = microphone;
    void this.#look();
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
      const changed = () => void this.#look();
      ignoreFailure(() =>
        navigator.mediaDevices.addEventListener('devicechange', changed, { signal }),
      );
    }
  }

  /** Looks once for several events that come together, and never twice at a time. */
  async #look(): Promise<void> {
    const call = this.#listening;
    this.#mustLookAgain = true;
    if (!call || this.#looking === call) return;
    this.#looking = call;
    while (this.#mustLookAgain && call === this.#listening) {
      this.#mustLookAgain = false;
      await this.#list();
      await this.#keepToSpeaker();
      await this.#keepToMicrophone();
    }
    if (this.#looking === call) this.#looking = null;
  }

  /** The newest answer counts, also one that comes so late that it is not waited for any more. */
  async #list(): Promise<void> {
    const asked = (this.#asked = listDevices());
    const listed = asked.then((all) => {
      if (this.#asked === asked) this.#listed(all);
    });
    await inTime(listed, listLimitMs).catch(() => undefined);
  }

  #listed(all: readonly ListedDevice[]): void {
    const before = idsOf([...this.#microphones, ...this.#speakers]);
    const ofKind = (wanted: MediaDeviceKind): Device[] =>
      all.filter(({ kind, id }) => kind === wanted && !aliases.has(id));
    this.#microphones = ofKind('audioinput');
    this.#speakers = ofKind('audiooutput');
    if (idsOf([...this.#microphones, ...this.#speakers]) !== before) {
      this.#failed = {};
      this.#hasAsked = false;
    }
    this.#port.requestUpdate();
  }

  async #keepToSpeaker(): Promise<void> {
    const { speaker } = this.chosen;
    if (this.#trying.speaker || (await this.#use('speaker'))) return;
    this.#failed.speaker = speaker;
    await this.#use('speaker');
  }

  /** Opens the wanted microphone if it is back, or any other if the open one is gone. */
  async #keepToMicrophone(): Promise<void> {
    const { microphone, sound } = this.#call;
    // A microphone is still being opened, or the call has none.
    if (!microphone || this.#isListenOnly || this.#trying.microphone) return;
    const wantedId = sound.devices.microphone;
    const isListed = this.#microphones.some(({ id }) => id === wantedId);
    const isWrong = isListed && !this.#isOpen(wantedId);
    if (!isWrong) this.#failed.microphone = undefined;
    if (this.#hasAsked) {
      if (isWrong) this.#failed.microphone = wantedId;
    } else if (sound.microphoneLost || isWrong) {
      this.#hasAsked = true;
      this.#mustLookAgain = true;
      await sound.reopenMicrophone();
    }
  }

  /** @returns false: it cannot be used. */
  async #use(kind: DeviceKind): Promise<boolean> {
    const { sound, isOver } = this.#call;
    const id = this.chosen[kind];
    if (kind === 'speaker')
      return sound.useSpeaker(this.#speakers.some((each) => each.id === id) ? id : '');
    // The next call opens it.
    if (isOver) return true;
    return (await sound.reopenMicrophone()) && this.#isOpen(id);
  }

  /** Whether the microphone is this one, as far as the browser tells. */
  #isOpen(id: string): boolean {
    try {
      const openId = this.#call.microphone?.getAudioTracks()[0]?.getSettings().deviceId;
      return id === '' || openId === undefined || openId === id;
    } catch {
      return true;
    }
  }

  #remember(kind: DeviceKind, id: string): void {
    const { sound } = this.#call;
    sound.devices = { ...sound.devices, [kind]: id };
  }
}

function idsOf(devices: readonly Device[]): string {
  return JSON.stringify(devices.map(({ id }) => id).sort());
}
