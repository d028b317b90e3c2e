import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { FindUser } from './find-user.ts';

/**
 * Limits the requests a minute of each user, and of each address where nobody is signed in. It counts in
 * this process: if you run several, give the limiter a store that they share.
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
