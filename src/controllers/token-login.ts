// A login by token for one session: fetched when a call needs it, renewed while the call goes on, kept
// nowhere else.

import type { CallSession } from '../core/call-session.ts';
import { TokenRefresher } from '../core/token-refresher.ts';
import type { Login } from '../session/session-options.ts';
import type { SessionPorts } from '../session/telnyx-session.ts';
import { fetchToken } from '../storage/fetch-token.ts';
import { schedule } from './schedule.ts';

type Open = (login: Login, ports: Pick<SessionPorts, 'loginEnds' | 'closed'>) => CallSession;

/** @throws {CallError} `token-failed` */
export async function openWithToken(url: string, open: Open): Promise<CallSession> {
  const first = await fetchToken(url);
  const ports = { loginEnds: () => void refresher.refresh(), closed: () => refresher.end() };
  const session = open({ kind: 'token', token: first.text }, ports);
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
