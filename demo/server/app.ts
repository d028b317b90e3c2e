// Puts the server together: origin check, login, the endpoints, and error answers without details.

import { randomUUID } from 'node:crypto';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type Response,
  Router,
} from 'express';
import { createChatRoutes } from './chat-routes.ts';
import { checkOrigin } from './check-origin.ts';
import type { Config } from './config.ts';
import { createDemoLogin, type DemoLogin } from './demo-login.ts';
import { createOwnConversations } from './own-conversations.ts';
import { requestContext } from './request-context.ts';
import { refuseCookieFlood } from './refuse-cookie-flood.ts';
import { SqliteCredentials } from './sqlite-credentials.ts';
import { type Report, reportToConsole, withoutSecrets } from './report.ts';
import { TelnyxAccount } from './telnyx-account.ts';
import { createTelnyxRoutes } from './telnyx-routes.ts';
import { UserTokens } from './user-tokens.ts';
import { type DemandChallenge, VisitorLimits } from './visitor-limits.ts';

export interface App {
  readonly handler: Express;
  /** Finishes the credentials that are being made, then closes all. */
  close(): Promise<void>;
}

/** Used on a site whose visitors do not log in. */
const nobody: DemoLogin = { routes: Router(), findUser: () => null, mayCall: () => false };

/** @param demandChallenge your site's way to tell people from programs, if it has one. */
export function createApp(
  config: Config,
  tell: Report = reportToConsole,
  demandChallenge: DemandChallenge = () => null,
): App {
  const report = withoutSecrets(tell, [config.apiKey, config.sessionSecret]);
  const { siteOrigin, assistantIds, silenceSeconds } = config;
  const account = new TelnyxAccount(config);
  const endSession = (request: Request, response: Response) => {
    findOwn(request, response).removeAll();
  };
  const hasUsers = config.connectionId !== undefined;
  const login = hasUsers ? createDemoLogin(config, endSession) : nobody;
  const store = hasUsers ? new SqliteCredentials(config.databaseFile) : null;
  const tokens = store && new UserTokens(account, store, report);
  const { findUser, mayCall } = login;
  const findOwn = createOwnConversations(config, findUser);
  const limits = new VisitorLimits({ config, findUser, findOwn, demandChallenge, report });
  const common = { account, findOwn, assistantIds, limits, report };

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // A proxy on this machine says what the visitor's address is, and whether the request came by https.
  app.set('trust proxy', 'loopback');
  app.use((_request, response, next) => {
    const id = randomUUID();
    // A visitor who complains can name the line in the log.
    response.set('X-Request-Id', id);
    requestContext.run(id, next);
  });
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    response.set('X-Content-Type-Options', 'nosniff');
    next();
  });
  app.use(checkOrigin(siteOrigin, report));
  app.use(refuseCookieFlood);
  app.use('/api', login.routes);
  app.use('/api', createTelnyxRoutes({ ...common, findUser, tokens, mayCall }));
  app.use('/api', createChatRoutes({ ...common, silenceSeconds }));
  app.use((_request, response) => {
    response.status(404).send({ error: 'Not found' });
  });
  app.use(failed(report));
  const close = async () => {
    await tokens?.settle();
    await store?.close();
  };
  return { handler: app, close };
}

/** Replaces Express's own handler, which shows the error outside production. */
function failed(report: Report): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (isBadRequest(error)) return void response.status(400).send({ error: 'Bad request' });
    report('A request failed', error);
    response.status(500).send({ error: 'Failed' });
  };
}

/** Whether the body is not JSON, or too long. */
function isBadRequest(error: unknown): boolean {
  if (!(error instanceof Error) || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}
