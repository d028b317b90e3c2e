import type { RequestHandler } from 'express';

/**
 * Only the site's own pages may ask. Browsers name the origin with every POST; with a GET of one's own
 * origin they do not, but they say where it comes from. Programs that are no browser say neither: they
 * have no visitor's cookie to misuse, and get no further than to the question who they are.
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
