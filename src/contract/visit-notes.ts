// Notes for the rest of the visit: until the tab is closed.

import type { Settings } from './settings.ts';

/** The launcher is put away; the visitor was invited; the panel is large. */
type NoteName = 'dismissed' | 'invited' | 'large';

export function isNoted(name: NoteName, settings: Settings): boolean {
  return use(settings, (storage) => storage.getItem(keyOf(name))) != null;
}

export function note(name: NoteName, settings: Settings): void {
  use(settings, (storage) => storage.setItem(keyOf(name), '1'));
}

export function removeNote(name: NoteName, settings: Settings): void {
  use(settings, (storage) => storage.removeItem(keyOf(name)));
}

function keyOf(name: NoteName): string {
  return `telnyx-ai-call:v1:${name}`;
}

/** With `require-consent` or `resume="off"`, and where storage is blocked or full, nothing is known or noted. */
function use<Result>(
  { requireConsent, resume }: Settings,
  task: (storage: Storage) => Result,
): Result | undefined {
  if (requireConsent || resume === 'off') return undefined;
  try {
    return task(sessionStorage);
  } catch {
    return undefined;
  }
}
