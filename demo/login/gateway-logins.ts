// Reads which logins by token the local gateway has seen. Only a gateway for tests offers this.

export interface TokenLogin {
  readonly atMs: number;
  readonly endsAtMs: number;
  /** The end of the token, long enough to tell tokens apart. */
  readonly ending: string;
  /** Whether it came over a socket that was already logged in. */
  readonly isRefresh: boolean;
}

interface SessionRecord {
  readonly received: readonly {
    readonly atMs: number;
    readonly method: string;
    readonly params: { readonly login_token?: string } | null;
  }[];
}

/** The logins, oldest first. */
export async function readLogins(gatewayUrl: string, sinceMs: number): Promise<TokenLogin[]> {
  const response = await fetch(`${gatewayUrl.replace(/^ws/, 'http')}/control/sessions`);
  const sessions = (await response.json()) as readonly SessionRecord[];
  return sessions.flatMap(loginsOf).filter(({ atMs }) => atMs >= sinceMs);
}

function loginsOf({ received }: SessionRecord): TokenLogin[] {
  return received
    .filter(({ method, params }) => method === 'login' && params?.login_token)
    .map(({ atMs, params }, index) => {
      const token = params?.login_token ?? '';
      const isRefresh = index > 0;
      return { atMs, endsAtMs: endOf(token), ending: token.slice(-6), isRefresh };
    });
}

function endOf(token: string): number {
  const [, payload = ''] = token.split('.');
  const json = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
  return (JSON.parse(json) as { exp: number }).exp * 1000;
}
