import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';

/** Who is asking, by the site's own session and nothing else in the request; `null`: nobody. */
export type FindUser = (request: Request) => string | null;

/**
 * So many requests a minute for each user; those of nobody are counted by address. Counted in this
 * process: with several, give the limiter a store that they share.
 */
export function limitRequests(requestsPerMinute: number, findUser: FindUser): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => visitorOf(request, findUser),
    handler: (_request, response) => {
      response.status(429).send({ error: 'Too many requests' });
    },
  });
}

export function visitorOf(request: Request, findUser: FindUser): string {
  const userId = findUser(request);
  return userId === null ? `address ${ipKeyGenerator(request.ip ?? '')}` : `user ${userId}`;
}
