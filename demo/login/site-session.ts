// What the pages know of the site's own session.

export interface User {
  readonly id: string;
  readonly name: string;
  readonly mayCall: boolean;
}

export interface SiteSession {
  readonly user: User | null;
  /** All users that the demo login offers. */
  readonly users: readonly User[];
}

/** @returns nothing if the pages have no server beside them. */
export async function readSession(): Promise<SiteSession | undefined> {
  const response = await fetch('/api/session');
  return response.ok ? ((await response.json()) as SiteSession) : undefined;
}

/** @param user `null` signs out. */
export async function changeUser(user: User | null): Promise<void> {
  const response = await fetch('/api/session', {
    method: user ? 'POST' : 'DELETE',
    ...(user && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: user.id }),
    }),
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
}
