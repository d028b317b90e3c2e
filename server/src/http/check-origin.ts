import type { RequestHandler } from 'express';
import { forbid } from './refuse.ts';
import type { Report } from '../log/report.ts';

/**
 * Lets only the site's own pages ask. Browsers name the origin with every POST. With a GET to their own
 * origin they leave it out, but send `Sec-Fetch-Site`. Other programs send neither and are let through:
 * they hold no visitor's cookie that they could misuse.
 */
export function checkOrigin(siteOrigins: readonly string[], report: Report): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('origin');
    const site = request.get('sec-fetch-site');
    const isOurs =
      origin === undefined
        ? site === undefined || site === 'same-origin'
        : siteOrigins.includes(origin);
    if (isOurs) next();
    else forbid(response, report, 'Not for other sites', origin ?? site ?? '');
  };
}
