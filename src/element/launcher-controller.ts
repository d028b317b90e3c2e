// Renders the launcher, and around it what a call adds; and says what the visitor's pointer and presses
// mean before there is a panel.

import type { Assistant } from '../assistant/assistant.ts';
import { opensForTyping } from '../contract/opens-for-typing.ts';
import type { Settings } from '../contract/settings.ts';
import { isPending } from '../core/call/call-attempt.ts';
import { isLive, isOver } from '../core/call/call-state.ts';
import { ownTexts } from '../i18n/own-texts.ts';
import { inTime, loadOnce } from '../platform/load-once.ts';
import type { LabelsFor } from './extras/launcher-extras.ts';
import { inLabel, isLabelled, Launcher, type LauncherAction } from './launcher.ts';
import { liftAboveCatchers } from './lift.ts';
import { ignoreStrayPresses } from './stray-presses.ts';
import type { Widget } from './widget.ts';

const loadExtras = loadOnce(() => import('./extras/launcher-extras.ts'));

/** What is more than words, signs and pictures. */
const odd = ':is([tabindex],:not(b,br,em,i,img,span,strong,svg,svg :not(a)))';
const oddInLabel = `${inLabel}${odd},${inLabel} ${odd}`;
const longestLabel = 200;

/** The launcher waits this long for its extras. Then it is shown without them. */
const extrasLimitMs = 5_000;

export class LauncherController {
  readonly #widget: Widget;
  readonly #root = document.createElement('div');
  readonly #launcher = new Launcher(this.#root, (action) => this.#act(action));
  readonly #lift: () => void;
  /** The launcher is hidden until it is known whether and how the page wants it, so that it does not flicker. */
  isAway = true;
  /** What the page wants of the launcher beyond a button. */
  #extras: Promise<void> | undefined;
  #labelsFor: LabelsFor | undefined;

  constructor(widget: Widget) {
    this.#widget = widget;
    this.#lift = liftAboveCatchers(this.#root, () => widget.element.placement !== 'inline');
  }

  /** The page wants a call, whether the visitor has put the launcher away or not. */
  bringBack(): void {
    this.isAway = false;
    this.#widget.requestUpdate();
  }

  update(): void {
    const settings = this.#widget.takeSettings();
    this.#render(settings);
    this.#rendered(settings);
  }

  #render(settings: Settings): void {
    const { assistant, attempt, language, opening, state } = this.#widget;
    const shown = { settings, dictionary: language.dictionary };
    assistant?.lazyPanel.show(shown, this.#launcher.button);
    const lacksPanel = assistant?.lazyPanel.hasFailed;
    const panel = lacksPanel ? null : assistant?.panel;
    const texts = language.launcherTexts(state === 'idle' && opening === 'none');
    const strings = {
      ...texts,
      ...this.#labelsFor?.(settings, texts.language),
      ...panel?.launcherStrings(shown),
      ...ownTexts(settings.strings),
    };
    const isBusy = opening === 'loading' || !isOver(state);
    if (opening === 'loading') strings.launcher = strings.statusPreparing;
    const action = this.#actionFor(panel);
    // An open panel tells the problem itself.
    const problem =
      action &&
      (opening === 'failed' || (lacksPanel && isLive(state))
        ? strings.typingLoadFailed
        : attempt.step === 'load-failed' || (lacksPanel && state === 'failed')
          ? strings.loadFailed
          : null);
    this.#place(settings, panel?.theme(shown) ?? settings.theme);
    this.#root.hidden = isOver(state) && wantsExtras(settings) && this.isAway;
    this.#launcher.show({
      isLabelled: opening !== 'loading' && isLabelled(this.#widget.element),
      action,
      problem,
      announcement: panel?.announcement(shown) ?? (isBusy ? strings.statusPreparing : ''),
      strings,
    });
  }

  /** `null`: the panel has taken the launcher's place. */
  #actionFor(panel: Assistant['panel'] | undefined): LauncherAction | null {
    const { attempt, state } = this.#widget;
    if (panel?.isOpen) return null;
    if (isOver(state)) return 'call';
    return panel && !isPending(attempt) ? 'expand' : 'end-call';
  }

  #act(action: LauncherAction): void {
    const widget = this.#widget;
    if (action === 'expand') widget.assistant?.setCollapsed(false);
    else if (action === 'end-call') void widget.hangUp('visitor');
    // Whatever goes wrong is shown, and told as an event.
    else if (opensForTyping(widget.takeSettings())) void widget.open();
    else widget.start().catch(() => undefined);
  }

  #place({ placement }: Settings, theme: string): void {
    const className = `widget ${placement} ${theme}`;
    if (this.#root.className === className) return;
    this.#root.className = className;
    this.#lift();
  }

  #mount({ preload, keepAcrossPages }: Settings): void {
    const root = this.#root;
    const { element } = this.#widget;
    // Moved within the page, it has left the top layer.
    element.addController({ hostConnected: this.#lift });
    element.renderRoot.append(root);
    ignoreStrayPresses(root, () => isLive(this.#widget.state));
    root.addEventListener('slotchange', () => this.#widget.requestUpdate());
    const warm = () => {
      // A link may have come into the label meanwhile.
      this.#widget.requestUpdate();
      this.#widget.warm().catch(() => undefined);
    };
    root.addEventListener('pointerover', warm);
    root.addEventListener('focusin', warm);
    // Imitated pages (jsdom) have none.
    const page: Partial<typeof globalThis> = window;
    if (preload === 'visible' && page.IntersectionObserver) this.#fetchWhenSeen();
    if (keepAcrossPages) this.#widget.restore();
  }

  #fetchWhenSeen(): void {
    new IntersectionObserver((entries, observer) => {
      if (!entries.at(-1)?.isIntersecting) return;
      observer.disconnect();
      this.#widget.fetch(this.#widget.takeSettings());
    }).observe(this.#launcher.button);
  }

  #rendered(settings: Settings): void {
    if (!this.#root.parentNode) this.#mount(settings);
    const { element } = this.#widget;
    // A link or a control as a label, or a tag that closes itself and so holds the rest of the page.
    const isOdd =
      (element.firstElementChild && element.querySelector(oddInLabel)) ??
      element.textContent[longestLabel] ??
      element.ownerDocument !== document;
    if (this.#extras || !(isOdd || settings.phone || wantsExtras(settings))) return;
    this.#extras = loadExtras().then(({ addExtras }) => {
      this.#labelsFor = addExtras(this.#widget, this.#launcher, this);
    });
    inTime(this.#extras, extrasLimitMs).catch(() => this.bringBack());
  }
}

type Wishes = Pick<Settings, 'assistantName' | 'dismissible' | 'invite' | 'launcher'>;

function wantsExtras({ assistantName, dismissible, invite, launcher }: Wishes): boolean {
  return dismissible || launcher !== 'pill' || assistantName + invite !== '';
}
