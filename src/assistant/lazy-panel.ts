// The panel. Its code is fetched when the panel is wanted. As long as the code is missing, the launcher stands in
// its place.

import type { CallController } from '../call/call-controller.ts';
import { loadVoice } from '../call/load-voice.ts';
import type { EventPort } from '../contract/widget-port.ts';
import type { CallModel } from '../core/call/call-model.ts';
import { isOver } from '../core/call/call-state.ts';
import type { PanelController } from '../panel/panel-controller.ts';
import type { PanelVisibility } from '../panel/panel-ports.ts';
import { inTime, loadOnce } from '../platform/load-once.ts';

const loadPanel = loadOnce(() => import('../panel/panel-controller.ts'));

export type PanelCode = Awaited<ReturnType<typeof loadPanel>>;

export class LazyPanel implements PanelVisibility {
  readonly #port: EventPort;
  readonly #call: CallController;
  readonly #create: (code: PanelCode) => PanelController;
  #controller: PanelController | null = null;
  isCollapsed = false;
  isClosed = false;
  isForTyping = false;
  /** The code could not be had. */
  hasFailed = false;

  constructor(port: EventPort, call: CallController, create: (code: PanelCode) => PanelController) {
    this.#port = port;
    this.#call = call;
    this.#create = create;
    call.subscribe((model, previous) => void this.#follow(model, previous));
  }

  /** Fetches the code ahead of its use. For a call, the voice and its socket come first: a slow line delays them. */
  static async fetch(isForCall: boolean): Promise<void> {
    if (isForCall) await loadVoice().then(nextTask, nextTask);
    await loadPanel();
  }

  /** `null` until its code has been fetched. */
  get controller(): PanelController | null {
    return this.#controller;
  }

  get isOpen(): boolean {
    const { state } = this.#call.model;
    if (!isOver(state)) return !this.isCollapsed;
    return !this.isClosed && (state !== 'idle' || this.isForTyping);
  }

  async load(): Promise<PanelController> {
    const code = await loadPanel();
    this.hasFailed = false;
    this.#port.requestUpdate();
    return (this.#controller ??= this.#create(code));
  }

  /** What comes too late is shown all the same. */
  async #follow({ state }: CallModel, previous: CallModel): Promise<void> {
    if (isOver(previous.state)) this.isCollapsed = this.isClosed = false;
    if (this.#controller) return;
    try {
      const loading = LazyPanel.fetch(state === 'preparing').then(() => this.load());
      await inTime(loading, this.#call.settings?.waitLimitsMs.code);
    } catch {
      this.hasFailed = !this.#controller;
      this.#port.requestUpdate();
    }
  }
}

function nextTask(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve));
}
