// The panel. Its code is fetched when the panel is wanted. As long as the code is missing, or the panel cannot be
// shown, the launcher stands in its place.

import type { CallController } from '../call/call-controller.ts';
import { loadVoice } from '../call/load-voice.ts';
import type { EventPort } from '../contract/widget-port.ts';
import type { CallModel } from '../core/call/call-model.ts';
import { isOver } from '../core/call/call-state.ts';
import type { PanelController } from '../panel/panel-controller.ts';
import type { PanelVisibility, Shown } from '../panel/panel-ports.ts';
import type { Question } from '../panel/questions.ts';
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
  /** The code could not be had, or the panel could not be shown. */
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

  /** A panel that cannot be shown is taken away, so that the launcher has the way to end a call. */
  show(shown: Shown, launcher: HTMLElement): void {
    const panel = this.#controller;
    try {
      if (!this.hasFailed) panel?.show(shown, launcher);
    } catch {
      panel?.takeAway();
      this.#showAnew(shown, launcher);
    }
    // Nobody can answer it.
    if (this.hasFailed) panel?.withdrawQuestion();
  }

  /** What the page has done to the panel's nodes is gone with them. */
  #showAnew(shown: Shown, launcher: HTMLElement): void {
    try {
      this.#controller?.show(shown, launcher);
    } catch (thrown) {
      console.error('<telnyx-ai-call>', thrown);
      this.hasFailed = true;
      this.#controller?.takeAway();
    }
  }

  async load(): Promise<PanelController> {
    const code = await loadPanel();
    this.hasFailed = false;
    this.#port.requestUpdate();
    return (this.#controller ??= this.#create(code));
  }

  /** @throws when the panel cannot be shown. */
  async ask<Choice>(question: Question<Choice>): Promise<Choice | null> {
    const panel = await this.load();
    const choice = await panel.ask(question);
    if (this.hasFailed) throw new Error('The question could not be shown.');
    return choice;
  }

  /** What comes too late is shown all the same. */
  async #follow({ state }: CallModel, previous: CallModel): Promise<void> {
    if (isOver(previous.state)) {
      this.isCollapsed = this.isClosed = false;
      if (this.#controller) this.hasFailed = false;
    }
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
