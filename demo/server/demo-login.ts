// A login for the demo, without passwords. Put your site's own login in its place.

import cookieSession from 'cookie-session';
import { json, type Request, type Response, Router } from 'express';
import { type Config, isOnThisMachine } from './config.ts';
import type { FindUser } from './find-user.ts';

interface DemoUser {
  readonly id: string;
  readonly name: string;
  /** Whether this user gets a credential. */
  readonly mayCall: boolean;
}

const users: readonly DemoUser[] = [
  { id: 'ada', name: 'Ada', mayCall: true },
  { id: 'grace', name: 'Grace', mayCall: true },
  { id: 'charles', name: 'Charles', mayCall: false },
];

export interface DemoLogin {
  readonly routes: Router;
  readonly findUser: FindUser;
  readonly mayCall: (userId: string) => boolean;
}

/**
 * @param endSession takes from the browser what belonged to the user. Your site's sign-out must call it, too.
 * @throws unless the site is on this machine.
 */
export function createDemoLogin(
  { siteOrigin, sessionSecret }: Config,
  endSession: (request: Request, response: Response) => void,
): DemoLogin {
  const { protocol, hostname } = new URL(siteOrigin);
  if (!isOnThisMachine(hostname)) {
    throw new Error(
      'The demo login has no passwords: SITE_ORIGIN must be on localhost.\n' +
        'For your site, put its own session in place of demo-login.ts.',
    );
  }
  const routes = Router();
  routes.use(
    cookieSession({
      name: 'demo_session',
      keys: [sessionSecret],
      httpOnly: true,
      sameSite: 'lax',
      secure: protocol === 'https:',
      maxAge: 12 * 3_600_000,
    }),
  );
  const findUser: FindUser = ({ session }) => {
    const id: unknown = session?.['userId'];
    return findById(id)?.id ?? null;
  };

  routes.get('/session', (request, response) => {
    response.send({ user: findById(findUser(request)) ?? null, users });
  });
  routes.post('/session', json(), (request, response) => {
    const { user: id } = (request.body ?? {}) as { user?: unknown };
    const user = findById(id);
    if (!user) return void response.status(400).send({ error: 'No such user' });
    request.session = { userId: user.id };
    response.send({ user });
  });
  routes.delete('/session', (request, response) => {
    request.session = null;
    endSession(request, response);
    response.status(204).end();
  });

  return { routes, findUser, mayCall: (userId) => findById(userId)?.mayCall ?? false };
}

function findById(id: unknown): DemoUser | undefined {
  return users.find((user) => user.id === id);
}
