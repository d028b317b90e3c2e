// Shows a call in the panel: keeps what is only a matter of looking (collapsed, closed, focus), and
// turns what the visitor does into what the call does.

import { adoptStyles, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { isLive, isOver } from '../core/call-state.ts';
import { panelStrings, type PanelStrings } from '../i18n/panel-strings.ts';
import type { LauncherAction } from '../launcher/launcher.ts';
import { launcherStyles } from '../launcher/launcher.styles.ts';
import { tokens } from '../launcher/tokens.styles.ts';
import { renderPanel } from '../panel/panel.ts';
import { panelStyles } from '../panel/panel.styles.ts';
import { type PanelAction, statusOf, toPanelView } from '../panel/panel-view.ts';
import type { CallController } from './call-controller.ts';
import type { CallStage } from './call-stage.ts';
import type { ConversationController } from './conversation-controller.ts';

/** Where focus goes when the button that had it is gone, best first. */
const focusTargets = [
  '.panel .end-call',
  '.panel .notice .button',
  '.panel .accent',
  '.launcher:not([hidden])',
];

export class PanelController implements ReactiveController {
  readonly #stage: CallStage;
  readonly #calls: CallController;
  readonly #conversation: ConversationController;
  #collapsed = false;
  #closed = false;
  #justForgotten = false;
  #hadFocus = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(stage: CallStage, calls: CallController, conversation: ConversationController) {
    this.#stage = stage;
    this.#calls = calls;
    this.#conversation = conversation;
    stage.host.addController(this);
    if (stage.host.shadowRoot) {
      adoptStyles(stage.host.shadowRoot, [tokens, launcherStyles, panelStyles]);
    }
    calls.subscribe((_, previous) => {
      if (isOver(previous.state)) this.#collapsed = this.#closed = this.#justForgotten = false;
    });
  }

  /** What the launcher is for while there is a panel; `null`: nothing. */
  get launcherAction(): LauncherAction | null {
    if (isOver(this.#calls.model.state)) return 'call';
    return this.#collapsed ? 'expand' : null;
  }

  /** What assistive technology is told without being asked. */
  get announcement(): string {
    return statusOf(this.#calls.model, this.#strings);
  }

  setCollapsed(collapsed: boolean): void {
    this.#collapsed = collapsed;
    this.#stage.host.requestUpdate();
  }

  /** Puts the panel aside, or away once the call is over. @returns whether there was one. */
  dismiss(): boolean {
    if (!this.#isOpen) return false;
    this.#act(isOver(this.#calls.model.state) ? 'close' : 'collapse');
    return true;
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const strings = this.#strings;
    const view = toPanelView({
      model: this.#calls.model,
      soundBlocked: this.#calls.soundBlocked,
      hasConversation: this.#conversation.current !== null,
      justForgotten: this.#justForgotten,
      strings,
    });
    return renderPanel(view, { nowMs: Date.now(), strings, act: (action) => this.#act(action) });
  }

  hostUpdate(): void {
    if (this.#stage.host.shadowRoot?.activeElement) this.#hadFocus = true;
  }

  hostUpdated(): void {
    if (this.#hadFocus) this.#hadFocus = !this.#keepFocus();
    if (!isLive(this.#calls.model.state)) this.#stopClock();
    else this.#clock ??= setInterval(() => this.#stage.host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    this.#stopClock();
  }

  /** A call under way can be put aside, one that is over can be put away. */
  get #isOpen(): boolean {
    const { state } = this.#calls.model;
    return isOver(state) ? state !== 'idle' && !this.#closed : !this.#collapsed;
  }

  get #strings(): PanelStrings {
    const { errors, ...overrides } = this.#stage.host.strings;
    return { ...panelStrings, ...overrides, errors: { ...panelStrings.errors, ...errors } };
  }

  #act(action: PanelAction): void {
    switch (action) {
      case 'call':
      case 'start-over':
        // Whatever goes wrong is shown, and told as an event.
        this.#stage.start({ startOver: action === 'start-over' }).catch(() => undefined);
        break;
      case 'end-call':
        void this.#calls.hangUp('visitor');
        break;
      case 'mute':
      case 'unmute':
        this.#calls.setMuted(action === 'mute');
        break;
      case 'play-sound':
        this.#calls.playSound();
        break;
      case 'forget':
        this.#justForgotten = true;
        this.#conversation.forget();
        break;
      case 'collapse':
        this.setCollapsed(true);
        break;
      case 'close':
        this.#closed = true;
        this.#stage.host.requestUpdate();
        break;
    }
  }

  /** @returns whether focus is somewhere; while a call is let go, it may have to wait for a button. */
  #keepFocus(): boolean {
    const root = this.#stage.host.shadowRoot;
    const focused = root?.activeElement ?? document.activeElement;
    if (!root || (focused && focused !== document.body && !focused.closest('[hidden]')))
      return true;
    const targets = focusTargets.map((selector) => root.querySelector<HTMLElement>(selector));
    const target = targets.find((each) => each !== null);
    target?.focus();
    return target !== undefined;
  }

  #stopClock(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
  }
}
