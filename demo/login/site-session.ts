// The site's own session, as far as its pages know it.

export interface User {
  readonly id: string;
  readonly name: string;
  readonly mayCall: boolean;
}

export interface SiteSession {
  readonly user: User | null;
  /** Everybody whom the demo login lets in. */
  readonly users: readonly User[];
}

/** @returns nothing where the pages have no server beside them. */
export async function readSession(): Promise<SiteSession | undefined> {
  const response = await fetch('/api/session');
  return response.ok ? ((await response.json()) as SiteSession) : undefined;
}

/** @param user nobody to sign out. */
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
