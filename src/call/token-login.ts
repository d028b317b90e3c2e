// A login by token for one session: it is fetched when a call needs it, renewed while the call goes on,
// and kept nowhere else.

import type { CallSession } from '../core/call/call-session.ts';
import { TokenRefresher } from '../core/call/token-refresher.ts';
import type { Login } from '../telnyx/session-options.ts';
import type { SessionPorts } from '../telnyx/session-options.ts';
import { fetchToken } from '../platform/site/fetch-token.ts';
import { schedule } from '../platform/schedule.ts';

type Create = (login: Login, ports: Pick<SessionPorts, 'loginEnds' | 'closed'>) => CallSession;

/** @throws {CallError} `token-failed`, and whatever `create` throws. */
export async function openWithToken(url: string, create: Create): Promise<CallSession> {
  const first = await fetchToken(url);
  const ports = { loginEnds: () => void refresher.refresh(), closed: () => refresher.end() };
  const session = create({ kind: 'token', token: first.text }, ports);
  const refresher = new TokenRefresher(
    {
      fetchToken: () => fetchToken(url),
      renewLogin: ({ text }) => session.renewLogin(text),
      schedule,
      now: () => Date.now(),
      reportFailure: (thrown) => console.warn('<telnyx-ai-call> token not renewed:', thrown),
    },
    first,
  );
  return session;
}
