// Whether the visitor has put the launcher away, for the rest of the visit: until the tab is closed.

const key = 'telnyx-ai-call:v1:dismissed';

export function wasDismissed(): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

export function noteDismissal(): void {
  try {
    sessionStorage.setItem(key, '1');
  } catch {
    // Blocked or full: on the next page it is there again.
  }
}
