// The login of the demo's site, without passwords. Your site gives the server its own in the same way.

import cookieSession from 'cookie-session';
import { json, Router } from 'express';
import { isHttps, isOnThisMachine } from '../server/src/config.ts';
import type { FindUser } from '../server/src/find-user.ts';
import type { CreateLogin } from '../server/src/login.ts';

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

/** @throws unless the site is on this machine. */
export const createLogin: CreateLogin = ({ siteOrigins, sessionSecrets }, endSession) => {
  if (!siteOrigins.every((origin) => isOnThisMachine(new URL(origin).hostname))) {
    throw new Error(
      'The demo login has no passwords: SITE_ORIGIN must be on localhost.\n' +
        'For your site, give LOGIN_MODULE a module that knows its own session.',
    );
  }
  const routes = Router();
  routes.use(
    cookieSession({
      name: 'demo_session',
      keys: [...sessionSecrets],
      httpOnly: true,
      sameSite: 'lax',
      secure: isHttps(siteOrigins),
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
};

function findById(id: unknown): DemoUser | undefined {
  return users.find((user) => user.id === id);
}
