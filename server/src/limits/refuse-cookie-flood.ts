import type { RequestHandler } from 'express';
import { refuse } from '../http/refuse.ts';

/**
 * A browser has at most twenty marks, for a moment a few more, each of two cookies. After a change of their
 * path it has each of them twice.
 */
const mostCookies = 100;

/** Refuses a request with so many cookies of ours that somebody must have made them up. */
export const refuseCookieFlood: RequestHandler = (request, response, next) => {
  const header = request.get('cookie') ?? '';
  if (header.split('telnyx_chat_').length - 1 <= mostCookies) return next();
  refuse(response, 431, 'Too many cookies');
};
