// Counts how long the page is seen and used, and invites when it is time. The invitation's code is fetched then.

import type { ReactiveController } from '@lit/reactive-element';
import type { Settings } from '../../contract/settings.ts';
import { loadOnce } from '../../platform/load-once.ts';
import type { Launcher } from '../launcher.ts';
import type { Widget } from '../widget.ts';
import type { Invitation } from './invitation.ts';
import { isDue, isInUse, mayInvite, type Situation } from './invitation-rules.ts';
import { readPageSituation, scrolledPercent } from './page-situation.ts';
import { isNoted, note } from '../../contract/visit-notes.ts';

const loadInvitation = loadOnce(() => import('./invitation.ts'));

const tickMs = 1_000;
const signsOfUse = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'touchstart'];

export class InvitationTimer implements ReactiveController {
  readonly #widget: Widget;
  readonly #launcher: Launcher;
  #watching: AbortController | null = null;
  #usedAtMs = 0;
  #seenSeconds = 0;
  #invitation: Invitation | null = null;
  #isLoading = false;
  /** The visitor was invited, or needs no invitation any more. */
  #isOver = false;

  constructor(widget: Widget, launcher: Launcher) {
    this.#widget = widget;
    this.#launcher = launcher;
  }

  hostDisconnected(): void {
    this.#end();
  }

  show(settings: Settings): void {
    const { element, state } = this.#widget;
    const { invite, placement } = settings;
    const hasBegun = state !== 'idle' || this.#launcher.view?.action === null;
    if (hasBegun && invite) this.#finish(settings);
    const isWanted = element.isConnected && invite.trim() !== '' && placement !== 'inline';
    if (!isWanted || this.#isOver) this.#end();
    else if (!this.#watching) this.#begin();
  }

  #begin(): void {
    const watching = (this.#watching = new AbortController());
    const { signal } = watching;
    const used = () => (this.#usedAtMs = performance.now());
    used();
    for (const sign of signsOfUse)
      window.addEventListener(sign, used, { signal, passive: true, capture: true });
    const timer = setInterval(() => this.#tick(), tickMs);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  #end(): void {
    this.#watching?.abort();
    this.#watching = null;
    this.#invitation?.remove();
    this.#invitation = null;
  }

  #finish(settings: Settings): void {
    if (this.#isOver) return;
    this.#isOver = true;
    note('invited', settings);
    this.#end();
  }

  #tick(): void {
    const settings = this.#widget.takeSettings();
    const situation = this.#situation();
    if (this.#invitation) {
      this.#invitation.setShown(mayInvite(situation));
      return;
    }
    if (isInUse(situation)) this.#seenSeconds += 1;
    if (!isDue(this.#seenSeconds, scrolledPercent(), settings)) return;
    if (isNoted('invited', settings)) {
      this.#isOver = true;
      this.#end();
    } else if (mayInvite(situation)) void this.#invite(settings);
  }

  async #invite(settings: Settings): Promise<void> {
    const watching = this.#watching;
    if (this.#isLoading) return;
    this.#isLoading = true;
    // What cannot be fetched now may be at the next tick.
    const code = await loadInvitation().catch(() => null);
    this.#isLoading = false;
    if (!code || !watching || watching.signal.aborted || !mayInvite(this.#situation())) return;
    const invitation = new code.Invitation(this.#widget, this.#launcher, settings, () =>
      this.#finish(settings),
    );
    if (!invitation.hasRoom()) return invitation.remove();
    note('invited', settings);
    if (!this.#widget.tell('telnyx-invite', { action: 'shown' })) {
      invitation.remove();
      return this.#finish(settings);
    }
    this.#invitation = invitation;
    invitation.announce();
  }

  #situation(): Situation {
    const { state, opening } = this.#widget;
    const { button, view } = this.#launcher;
    return {
      ...readPageSituation(),
      secondsSinceUse: (performance.now() - this.#usedAtMs) / 1_000,
      isLauncherCalm:
        state === 'idle' &&
        opening === 'none' &&
        view?.action === 'call' &&
        view.problem === null &&
        button.getClientRects().length > 0,
    };
  }
}
