// Notes for the rest of the visit, until the tab is closed, that the visitor has made the panel larger.

import type { Settings } from '../contract/settings.ts';

const key = 'telnyx-ai-call:v1:large';

export function isNotedLarge(settings: Settings): boolean {
  return note(settings, (storage) => storage.getItem(key)) != null;
}

export function noteLarge(isLarge: boolean, settings: Settings): void {
  note(settings, (storage) => {
    if (isLarge) storage.setItem(key, '1');
    else storage.removeItem(key);
  });
}

/** With `require-consent` or `resume="off"`, and where storage is blocked or full, nothing is known or noted. */
function note<Result>(
  { requireConsent, resume }: Settings,
  use: (storage: Storage) => Result,
): Result | null {
  if (requireConsent || resume === 'off') return null;
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
