// Shows a call: brings the panel's code when it is wanted, keeps what is only a matter of looking
// (collapsed, closed, focus), and turns the visitor's actions into the call's.

import { adoptStyles, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { isLive, isOver } from '../core/call-model.ts';
import { launcherStrings } from '../i18n/launcher-strings.ts';
import { overridePanelStrings, type StringOverrides } from '../i18n/strings.ts';
import { type LauncherAction, renderLauncher } from '../launcher/launcher.ts';
import { launcherStyles } from '../launcher/launcher.styles.ts';
import { tokens } from '../launcher/tokens.styles.ts';
import type { PanelAction } from '../panel/panel-view.ts';
import { loadPanel, loadSession } from './call-code.ts';
import type { CallController, CallHost } from './call-controller.ts';

type Panel = Awaited<ReturnType<typeof loadPanel>>;

export interface PanelHost extends CallHost {
  readonly strings: StringOverrides;
}

/** Where focus goes when the button that had it is gone, best first. */
const focusTargets = [
  '.panel .danger',
  '.panel .notice .button',
  '.panel .accent',
  '.launcher:not([hidden])',
];

export class PanelController implements ReactiveController {
  readonly #host: PanelHost;
  readonly #call: CallController;
  #panel: Panel | null = null;
  #loadFailed = false;
  #collapsed = false;
  #closed = false;
  #justForgotten = false;
  #hadFocus = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(host: PanelHost, call: CallController) {
    this.#host = host;
    this.#call = call;
    host.addController(this);
    call.subscribe((_, previous) => {
      if (isOver(previous)) this.#open();
    });
  }

  setCollapsed(collapsed: boolean): void {
    this.#collapsed = collapsed;
    this.#host.requestUpdate();
  }

  /** Fetches the code of a call ahead of the click; a failure shows itself then. */
  readonly warm = (): void => {
    void loadPanel().catch(() => undefined);
    void loadSession().catch(() => undefined);
  };

  readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#isOpen) return;
    event.preventDefault();
    this.#act(isOver(this.#call.model) ? 'close' : 'collapse');
  };

  renderPanel(): TemplateResult | typeof nothing {
    if (!this.#panel || !this.#isOpen) return nothing;
    const strings = overridePanelStrings(this.#panel.panelStrings, this.#host.strings);
    const view = this.#panel.toPanelView({
      model: this.#call.model,
      soundBlocked: this.#call.soundBlocked,
      hasConversation: this.#call.conversation.current !== null,
      justForgotten: this.#justForgotten,
      strings,
    });
    const act = (action: PanelAction) => this.#act(action);
    return this.#panel.renderPanel(view, { nowMs: Date.now(), strings, act });
  }

  renderLauncher(): TemplateResult {
    const loadFailed = this.#loadFailed && this.#call.model.state === 'failed';
    const strings = { ...launcherStrings, ...this.#host.strings };
    const view = { action: this.#launcherAction, loadFailed, strings };
    return renderLauncher(view, (action) => this.#act(action));
  }

  /** What assistive technology is told without being asked. */
  get announcement(): string {
    const { model } = this.#call;
    if (model.state === 'idle') return '';
    const { strings } = this.#host;
    if (!this.#panel) return strings.statusPreparing ?? launcherStrings.statusPreparing;
    return this.#panel.statusOf(model, overridePanelStrings(this.#panel.panelStrings, strings));
  }

  hostUpdate(): void {
    this.#hadFocus = this.#host.shadowRoot?.activeElement != null;
  }

  hostUpdated(): void {
    if (this.#hadFocus) this.#keepFocus();
    if (!isLive(this.#call.model)) this.#stopClock();
    else this.#clock ??= setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    this.#stopClock();
  }

  /** A call under way can be put aside, one that is over can be put away. */
  get #isOpen(): boolean {
    const { model } = this.#call;
    return isOver(model) ? model.state !== 'idle' && !this.#closed : !this.#collapsed;
  }

  get #launcherAction(): LauncherAction | null {
    if (isOver(this.#call.model)) return 'call';
    if (!this.#panel) return 'end-call';
    return this.#collapsed ? 'expand' : null;
  }

  /** A call begins, or could not begin. */
  #open(): void {
    this.#collapsed = this.#closed = this.#justForgotten = this.#loadFailed = false;
    void this.#load();
  }

  async #load(): Promise<void> {
    if (this.#panel) return;
    try {
      const panel = await loadPanel();
      const { shadowRoot } = this.#host;
      if (shadowRoot) adoptStyles(shadowRoot, [tokens, launcherStyles, panel.panelStyles]);
      this.#panel = panel;
    } catch {
      this.#loadFailed = true;
    }
    this.#host.requestUpdate();
  }

  #act(action: PanelAction | LauncherAction): void {
    switch (action) {
      case 'call':
      case 'start-over':
        // Whatever goes wrong is shown, and told as an event.
        this.#call.call({ startOver: action === 'start-over' }).catch(() => undefined);
        break;
      case 'end-call':
        void this.#call.hangUp('visitor');
        break;
      case 'mute':
      case 'unmute':
        this.#call.setMuted(action === 'mute');
        break;
      case 'play-sound':
        this.#call.playSound();
        break;
      case 'forget':
        this.#justForgotten = true;
        this.#call.conversation.forget();
        break;
      case 'expand':
      case 'collapse':
        this.setCollapsed(action === 'collapse');
        break;
      case 'close':
        this.#closed = true;
        this.#host.requestUpdate();
        break;
    }
  }

  #keepFocus(): void {
    const root = this.#host.shadowRoot;
    const focused = root?.activeElement;
    if (!root || (focused && !focused.closest('[hidden]'))) return;
    for (const selector of focusTargets) {
      const target = root.querySelector<HTMLElement>(selector);
      if (target) return target.focus();
    }
  }

  #stopClock(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
  }
}
