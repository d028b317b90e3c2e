// What the element renders: the launcher, and around it what a call adds; and what the visitor's pointer
// and presses mean before there is a panel.

import { isOver } from '../core/call/call-state.ts';
import { isLabelled, Launcher, type LauncherAction } from './launcher.ts';
import { liftAboveCatchers } from './lift.ts';
import type { WidgetHost } from '../contract/call-stage.ts';
import type { CallStarter } from './call-starter.ts';
import { typesFirst } from '../contract/opens-for-typing.ts';
import type { Dismissal } from './dismissal.ts';
import { loadDismissal } from './lazy-code.ts';

export interface Widget {
  /** @param parent where it comes to be, if it is nowhere yet. */
  update(parent: Node): void;
  /** The page wants a call, whether the visitor has put the launcher away or not. */
  bringBack(): void;
}

export function createWidget(host: WidgetHost, starter: CallStarter): Widget {
  const root = document.createElement('div');
  const launcher = new Launcher(root, act);
  const { button } = launcher;
  /** Until it is known whether the visitor has put it away, it is: it must not come and go. */
  let dismissal: Pick<Dismissal, 'isAway'> & Partial<Dismissal> = { isAway: true };
  let dismissalCode: Promise<void> | undefined;

  function act(action: LauncherAction): void {
    // Whatever goes wrong is shown, and told as an event.
    if (action === 'call') (typesFirst(host) ? starter.open() : host.call()).catch(() => undefined);
    else if (action === 'expand') host.expand();
    else void starter.hangUp('visitor');
  }

  const isFloating = () => host.placement !== 'inline';
  const isDismissible = () => host.dismissible && isFloating();

  function isAway(): boolean {
    if (!isDismissible()) return false;
    dismissalCode ??= fetchDismissal();
    return dismissal.isAway;
  }

  async function fetchDismissal(): Promise<void> {
    void starter.localization.fetch();
    const code = await loadDismissal().catch(() => null);
    const isWanted = !dismissal.isAway;
    dismissal = code ? new code.Dismissal(host, button, isWanted) : { isAway: false };
    host.requestUpdate();
  }

  function fetchWhenSeen(): void {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.at(-1)?.isIntersecting) return;
      observer.disconnect();
      starter.fetch();
    });
    observer.observe(button);
  }

  const lift = liftAboveCatchers(root, isFloating);
  // Moved within the page, it has left the top layer.
  host.addController({ hostConnected: lift });

  function mount(parent: Node): void {
    parent.appendChild(root);
    root.addEventListener('slotchange', () => host.requestUpdate());
    for (const intent of ['pointerover', 'focusin', 'touchstart']) {
      root.addEventListener(intent, starter.warm, { passive: true });
    }
    if (host.preload === 'visible') fetchWhenSeen();
    if (host.keepAcrossPages) starter.restore();
  }

  return {
    update(parent) {
      const { call, isOpening, loadFailed, localization, state } = starter;
      const panel = call?.panel;
      const strings = { ...localization.texts, ...panel?.launcherStrings, ...host.strings };
      if (isOpening) strings.launcher = strings.statusPreparing;
      const isPreparing = state === 'preparing';
      const action = panel ? panel.launcherAction : isPreparing ? 'end-call' : 'call';
      const className = `widget ${host.placement} ${panel?.theme ?? host.theme}`;
      if (root.className !== className) {
        root.className = className;
        lift();
      }
      root.hidden = isOver(state) && isAway();
      dismissal.offer?.(action === 'call' && isDismissible(), strings);
      launcher.show({
        isLabelled: !isOpening && isLabelled(host),
        action,
        loadFailed,
        announcement:
          panel?.announcement ?? (isOpening || isPreparing ? strings.statusPreparing : ''),
        strings,
      });
      panel?.update(button);
      if (!root.parentNode) mount(parent);
    },

    bringBack() {
      dismissal.isAway = false;
    },
  };
}
