// Lets the visitor put the floating launcher away, for the rest of the visit: until the tab is closed.

import type { Placement, ResumeMode } from '../attributes.ts';

const key = 'telnyx-ai-call:v1:dismissed';

interface DismissibleHost {
  readonly dismissible: boolean;
  readonly placement: Placement;
  readonly requireConsent: boolean;
  readonly resume: ResumeMode;
  requestUpdate(): void;
}

export interface Dismissal {
  /** Whether the visitor has put it away. */
  isAway(): boolean;
  /** @param label of the button, which is made when it is first wanted. */
  offer(isWanted: boolean, label: string): void;
  /** The page wants a call. */
  undo(): void;
}

export function createDismissal(host: DismissibleHost, launcher: Element): Dismissal {
  let button: HTMLButtonElement | undefined;
  /** `undefined`: not known yet. */
  let away: boolean | undefined;

  const isPossible = () => host.dismissible && host.placement !== 'inline';

  /** Before consent, with `resume="off"`, and where storage is blocked or full, nothing is known or noted. */
  function note(what: 'get' | 'set'): unknown {
    if (host.requireConsent || host.resume === 'off') return null;
    try {
      return what === 'get' ? sessionStorage.getItem(key) : sessionStorage.setItem(key, '1');
    } catch {
      return null;
    }
  }

  function create(): HTMLButtonElement {
    const created = document.createElement('button');
    created.className = 'dismiss';
    created.textContent = '×';
    created.addEventListener('click', () => {
      away = true;
      note('set');
      host.requestUpdate();
    });
    launcher.after(created);
    return created;
  }

  return {
    isAway: () => isPossible() && (away ??= note('get') !== null),

    offer(isWanted, label) {
      const isOffered = isWanted && isPossible();
      if (isOffered) button ??= create();
      if (!button) return;
      button.hidden = !isOffered;
      button.ariaLabel = label;
    },

    undo: () => void (away = false),
  };
}
