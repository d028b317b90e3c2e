// What the element renders: the launcher, and around it what a call adds; and what the visitor's pointer
// and presses mean before there is a panel.

import { isOver } from '../core/call-state.ts';
import { isLabelled, Launcher, type LauncherAction } from '../launcher/launcher.ts';
import { liftAboveCatchers } from '../launcher/lift.ts';
import type { WidgetHost } from './call-stage.ts';
import type { CallStarter } from './call-starter.ts';
import { createDismissal, type Dismissal } from './dismissal.ts';

export interface Widget {
  readonly dismissal: Dismissal;
  mount(parent: Node): void;
  update(): void;
  /** Out of what catches it. */
  lift(): void;
}

export function createWidget(host: WidgetHost, starter: CallStarter): Widget {
  const root = document.createElement('div');
  const launcher = new Launcher(root, act);
  const { button } = launcher;
  const dismissal = createDismissal(host, button);

  function act(action: LauncherAction): void {
    // Whatever goes wrong is shown, and told as an event.
    if (action === 'call') host.call().catch(() => undefined);
    else if (action === 'expand') host.expand();
    else void starter.hangUp('visitor');
  }

  function fetchWhenSeen(): void {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      starter.fetch();
    });
    observer.observe(button);
  }

  const lift = liftAboveCatchers(root, () => host.placement !== 'inline');
  // Moved within the page, it has left the top layer.
  host.addController({ hostConnected: lift });

  return {
    dismissal,
    lift,

    mount(parent) {
      parent.appendChild(root);
      root.addEventListener('slotchange', () => host.requestUpdate());
      for (const intent of ['pointerover', 'focusin', 'touchstart']) {
        root.addEventListener(intent, starter.warm, { passive: true });
      }
      if (host.preload === 'visible') fetchWhenSeen();
      if (host.keepAcrossPages) starter.restore();
    },

    update() {
      const { call, loadFailed, localization, state } = starter;
      const panel = call?.panel;
      const strings = { ...localization.texts, ...panel?.launcherStrings, ...host.strings };
      const isPreparing = state === 'preparing';
      const action = panel ? panel.launcherAction : isPreparing ? 'end-call' : 'call';
      root.className = `widget ${host.placement} ${panel?.theme ?? host.theme}`;
      root.hidden = isOver(state) && dismissal.isAway();
      dismissal.offer(action === 'call', strings.dismiss);
      launcher.show({
        isLabelled: isLabelled(host),
        action,
        loadFailed,
        announcement: panel?.announcement ?? (isPreparing ? strings.statusPreparing : ''),
        strings,
      });
      panel?.update(button);
    },
  };
}
