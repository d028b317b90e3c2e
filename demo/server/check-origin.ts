import type { RequestHandler } from 'express';

/**
 * Lets only the site's own pages ask. Browsers name the origin with every POST. With a GET to their own
 * origin they leave it out, but send `Sec-Fetch-Site`. Other programs send neither and are let through:
 * they hold no visitor's cookie that they could misuse.
 */
export function checkOrigin(siteOrigin: string): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('origin');
    const site = request.get('sec-fetch-site');
    const isOurs =
      origin === undefined ? site === undefined || site === 'same-origin' : origin === siteOrigin;
    if (isOurs) next();
    else response.status(403).send({ error: 'Not for other sites' });
  };
}
