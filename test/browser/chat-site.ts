// The site's server beside the pages of tests, same origin, with the conversations of the run's gateway; and
// what tests may see and do behind it, for `test/support/chat-site.ts`. Started when it is first asked.

import type { TestRunnerCoreConfig } from '@web/test-runner';
import type { SiteServer } from '../../demo/start-site-server.ts';
import type { Gateway } from '../../gateway/node/start-gateway.ts';
import type { ChatState } from '../telnyx-api/chat-records.ts';

type Middleware = NonNullable<TestRunnerCoreConfig['middleware']>[number];

export interface ChatSiteServer {
  readonly middleware: Middleware;
  close(): Promise<void>;
}

const prefix = '/chat-control/';

export function chatSite(gateway: Gateway): ChatSiteServer {
  let site: Promise<SiteServer> | null = null;

  const middleware: Middleware = async (context, next) => {
    const { path } = context;
    if (!path.startsWith('/api/') && !path.startsWith(prefix)) {
      await next();
      return;
    }
    site ??= start(gateway, context.origin);
    const { answer, chats } = await site;
    if (path.startsWith('/api/')) {
      // Express answers, not Koa, which has set a status already.
      context.respond = false;
      context.res.statusCode = 200;
      return answer(context.req, context.res);
    }
    const { assistant = '', state = '' } = context.query as Readonly<Record<string, string>>;
    switch (path.slice(prefix.length)) {
      case 'chats':
        context.body = chats.of(assistant);
        return;
      case 'wait':
        context.body = await chats.waitFor(assistant, state as ChatState);
        return;
      case 'release':
        chats.release(assistant);
        context.status = 204;
    }
  };

  return { middleware, close: async () => (await site)?.close() };
}

/** Only now, so that all other tests run where the server's database has no binary. */
async function start(gateway: Gateway, origin: string): Promise<SiteServer> {
  const { startSiteServer } = await import('../../demo/start-site-server.ts');
  return startSiteServer({
    origin,
    gateway,
    // All tests come from one address.
    environment: { REQUESTS_PER_MINUTE: '100000', STREAMS_PER_VISITOR: '100' },
  });
}
