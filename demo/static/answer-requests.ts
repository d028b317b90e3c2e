// Answers the requests to the site's own endpoints inside the page, as `server/` would. All other
// requests go where they went before.

import type { TypedConversations } from './typed-conversations.ts';

/** Must run before anything asks. */
export function answerRequests(typed: TypedConversations): void {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    const isOurs = url.origin === location.origin && url.pathname.startsWith('/api/');
    if (!isOurs) return original(input, init);
    const request = new Request(url, input instanceof Request ? input : init);
    request.signal.throwIfAborted();
    return answer(request, url, typed);
  };
}

async function answer(
  request: Request,
  { pathname, searchParams }: URL,
  typed: TypedConversations,
): Promise<Response> {
  switch (`${request.method} ${pathname}`) {
    case 'POST /api/telnyx-chat':
      return typed.answer(await bodyOf(request), request.signal);
    case 'GET /api/telnyx-chat':
      return typed.list(Object.fromEntries(searchParams));
    case 'POST /api/telnyx-conversation':
      return typed.find(await bodyOf(request));
    default:
      return Response.json({ error: 'Not found' }, { status: 404 });
  }
}

function bodyOf(request: Request): Promise<unknown> {
  return request.json().catch(() => undefined);
}
