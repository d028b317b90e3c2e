// Puts the server together: origin check, login, the endpoints, and error answers without details.

import { randomUUID } from 'node:crypto';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type Response,
} from 'express';
import { createChatRoutes } from './chat/chat-routes.ts';
import { rememberPath } from './http/endpoints-path.ts';
import { checkOrigin } from './http/check-origin.ts';
import type { Config } from './config.ts';
import { createOwnConversations } from './chat/own-conversations.ts';
import { trustProxies } from './http/trusted-proxies.ts';
import { readTraceContext } from './http/trace-context.ts';
import { Metrics } from './metrics.ts';
import type { CreateLogin, Login } from './login.ts';
import { createHealthRoutes } from './http/health-routes.ts';
import { requestContext } from './http/request-context.ts';
import { refuseCookieFlood } from './limits/refuse-cookie-flood.ts';
import { openCredentials } from './calls/open-credentials.ts';
import { createLog } from './log/create-log.ts';
import { limitReports } from './log/limit-reports.ts';
import { type Report, withoutSecrets } from './log/report.ts';
import { TelnyxAccount } from './telnyx/telnyx-account.ts';
import { createTelnyxRoutes } from './calls/telnyx-routes.ts';
import { UserTokens } from './calls/user-tokens.ts';
import { MemoryLimits } from './limits/memory-limits.ts';
import { RedisLimits } from './limits/redis-limits.ts';
import { type DemandChallenge, VisitorLimits } from './limits/visitor-limits.ts';

export interface App {
  readonly handler: Express;
  /** What there is to watch. Visitors must not see it. */
  readonly metrics: Pick<Metrics, 'read'>;
  /** From now on, /readyz sends balancers away. */
  leave(): void;
  /** Finishes the credentials that are being made, then closes all. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** Who is signed in. Needed where users get credentials (`TELNYX_CONNECTION_ID`). */
  readonly createLogin?: CreateLogin | undefined;
  /** Your site's way to tell people from programs. Default: none. */
  readonly demandChallenge?: DemandChallenge | undefined;
  /** Where to tell what went wrong. Default: the log on the standard error. */
  readonly tell?: Report | undefined;
}

/** Used on a site whose visitors do not log in. */
const nobody: Login = { findUser: () => null, mayCall: () => false };

/** @throws if the settings need a login, and there is none. */
export function createApp(config: Config, options: AppOptions = {}): App {
  const { createLogin, demandChallenge, tell = createLog() } = options;
  const report = limitReports(withoutSecrets(tell, secretsOf(config)));
  const { siteOrigins, assistantIds, silenceSeconds, answerSeconds } = config;
  const metrics = new Metrics();
  const account = new TelnyxAccount(config, metrics);
  const endSession = (request: Request, response: Response) => {
    findOwn(request, response).removeAll();
  };
  const hasUsers = config.connectionId !== undefined;
  if (hasUsers && !createLogin) {
    throw new Error(
      'TELNYX_CONNECTION_ID is for users, but nothing says who they are: LOGIN_MODULE.',
    );
  }
  const login = hasUsers && createLogin ? createLogin(config, endSession) : nobody;
  const store = hasUsers ? openCredentials(config, report) : null;
  const tokens = store && new UserTokens(account, store, report);
  const { findUser, mayCall } = login;
  const findOwn = createOwnConversations(config, findUser);
  const counts =
    config.redisUrl === undefined ? new MemoryLimits() : new RedisLimits(config.redisUrl, report);
  const limits = new VisitorLimits({
    config,
    store: counts,
    findUser,
    findOwn,
    demandChallenge,
    report,
  });
  const common = { account, findOwn, assistantIds, limits, report };

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // A proxy says what the visitor's address is, and whether the request came by https.
  trustProxies(app, config.trustProxy);
  let isLeaving = false;
  app.use(createHealthRoutes(() => !isLeaving, store));
  app.use(metrics.count());
  app.use((request, response, next) => {
    const id = randomUUID();
    // A visitor who complains can name the line in the log.
    response.set('X-Request-Id', id);
    const trace = readTraceContext(request.get('traceparent'), request.get('tracestate'));
    requestContext.run({ id, trace }, next);
  });
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    response.set('X-Content-Type-Options', 'nosniff');
    next();
  });
  app.use('/api', rememberPath);
  app.use(checkOrigin(siteOrigins, report));
  app.use(refuseCookieFlood);
  if (login.routes) app.use('/api', login.routes);
  app.use('/api', createTelnyxRoutes({ ...common, findUser, tokens, mayCall }));
  app.use(
    '/api',
    createChatRoutes({
      ...common,
      siteOrigins,
      silenceSeconds,
      answerSeconds,
      streams: metrics.streams,
    }),
  );
  app.use((_request, response) => {
    response.status(404).send({ error: 'Not found' });
  });
  app.use(failed(report));
  const close = async () => {
    await tokens?.settle();
    await Promise.all([store?.close(), counts.close()]);
  };
  const leave = () => {
    isLeaving = true;
  };
  return { handler: app, metrics, leave, close };
}

/** What must be in no line of the log. */
function secretsOf(config: Config): readonly string[] {
  const { apiKey, sessionSecrets, databaseUrl, redisUrl } = config;
  return [apiKey, ...sessionSecrets, ...secretsIn(databaseUrl), ...secretsIn(redisUrl)];
}

/** What is secret in the URL, as it is written there, and as it is. */
function secretsIn(url: string | undefined): readonly string[] {
  if (url === undefined) return [];
  const { password, search } = new URL(url);
  const parameters = search.slice(1).split('&');
  const secret = parameters.flatMap(
    (each) => /^[^=]*(?:token|passw)[^=]*=(.+)/i.exec(each)?.[1] ?? [],
  );
  return [password, ...secret].flatMap((written) => [
    written,
    new URLSearchParams(`secret=${written}`).get('secret') ?? '',
  ]);
}

/** Replaces Express's own handler, which shows the error outside production. */
function failed(report: Report): ErrorRequestHandler {
  // Express counts the parameters: four are for errors.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  return (error: unknown, _request, response, _next) => {
    if (response.headersSent) {
      report('A request failed', error);
      // The visitor must not take the half for the whole.
      return void response.destroy();
    }
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
