// Judges how an endpoint of the site has answered, as far as that can be told without reading the answer.

import type { ReplyNote } from '../site-notes.ts';
import { type Finding, fail } from '../verdict.ts';
import { seconds } from './read-call.ts';

export interface Endpoint {
  /** The attribute that names it. */
  readonly name: 'chat-url' | 'conversation-url';
  readonly mediaType: 'text/event-stream' | 'application/json';
  /** What a 404 means more than that nothing answers there. */
  readonly whereNotFound?: string;
}

/**
 * @param isRead the widget understood it, whatever its content type.
 * @returns what is wrong with the reply; `null`: it can be read.
 */
export function findReplyProblem(
  reply: ReplyNote,
  endpoint: Endpoint,
  isRead = false,
): Finding | null {
  const { name, mediaType: wanted } = endpoint;
  const { beganAtMs, repliedAtMs, failure, status, mediaType, method } = reply;
  const ms = Math.max(0, (repliedAtMs ?? beganAtMs) - beganAtMs);
  const request = `${method} to ${name}`;
  if (status === null) return fail(...withoutReply(request, failure, name), ms);
  const replied = `${request} was answered ${status}${reply.isRedirected ? ' after a redirect' : ''}`;
  if (status < 200 || status > 299) {
    return fail(`${replied}.`, adviceFor(status, method, endpoint), ms);
  }
  if (isRead || mediaType === wanted) return null;
  const detail = `${replied}, after ${seconds(ms)}, with ${mediaType ?? 'no content type'} instead of ${wanted}.`;
  return fail(
    detail,
    mediaType === 'text/html'
      ? `A page came: the site’s own start page, a login, or “not found”. Let the server answer ${method} at the address of ${name} before it looks for pages.`
      : `Let the endpoint send Content-Type: ${wanted}.`,
    ms,
  );
}

function withoutReply(
  request: string,
  failure: ReplyNote['failure'],
  name: string,
): [detail: string, advice: string] {
  switch (failure) {
    case 'blocked':
      return [
        `The page’s Content-Security-Policy forbids the ${request}.`,
        `Add the origin of ${name} to connect-src of the Content-Security-Policy that the site’s server sends.`,
      ];
    case 'other-origin':
      return [
        `The ${request} goes to another origin, which does not let this page read its answer (CORS).`,
        'Let the endpoint answer OPTIONS, and send Access-Control-Allow-Origin with this page’s origin and Access-Control-Allow-Headers: content-type. Or serve it from the origin of the pages. `npm run check:assistant` asks as a page of the site does.',
      ];
    case 'timed-out':
      return [
        `The ${request} got no reply in time.`,
        'Look in the log of the site’s server whether the request came. If it did: Telnyx, or a proxy before the server, holds the answer back.',
      ];
    default:
      return [
        `The ${request} reached no server.`,
        'Compare the address. See whether the server runs, and whether it has https where the page has.',
      ];
  }
}

function adviceFor(
  status: number,
  method: ReplyNote['method'],
  { name, whereNotFound = '' }: Endpoint,
): string {
  if (status >= 500) {
    return 'Look in the log of the site’s server at this time. Its Telnyx API key may be wrong, or Telnyx may have refused its request.';
  }
  switch (status) {
    case 401:
      return 'The endpoint wants a login. Let it answer visitors who are not signed in, too.';
    case 403:
      return 'The endpoint refuses this page or this assistant. Let it accept the origin of the site’s pages, and the assistant’s id. `npm run check:assistant` asks as a page of the site does.';
    case 404:
    case 405:
      return `Compare the address of ${name}, and see whether the server takes ${method} there. ${whereNotFound}`.trim();
    case 429:
      return 'Check again in some minutes. If visitors meet this, raise the limits of the endpoint.';
    default:
      return 'The endpoint does not take what the widget sends: compare it with docs/typing.md, under “Your server”.';
  }
}
