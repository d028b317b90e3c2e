// The demo pages with the site's server beside them, and a stand-in of Telnyx behind it.

import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connect } from 'vite';
import { GatewayClient } from '../test/gateway/gateway-client.ts';
import { type Conversation, startTelnyxApi } from '../test/telnyx-api/start-telnyx-api.ts';
import { createApp } from './server/app.ts';
import { readConfig } from './server/config.ts';
import { type Demo, startDemo } from './start-demo.ts';

export interface LoginDemo extends Demo {
  readonly pageUrl: string;
}

export interface LoginDemoOptions {
  /** Where the pages are served; the next free one if it is taken. */
  readonly port: number;
  readonly tokenLifeSeconds: number;
  /** Where the users' credentials are kept. */
  readonly folder?: string;
}

const defaultFolder = join(import.meta.dirname, '../.cache/login-demo');

export async function startLoginDemo(options: LoginDemoOptions): Promise<LoginDemo> {
  const { port, tokenLifeSeconds, folder = defaultFolder } = options;
  // The server wants to know where its pages come from, which is settled only when they are served.
  let serveApi: Connect.NextHandleFunction = (_request, _response, next) => next();
  const demo = await startDemo(port, (...visit) => serveApi(...visit));
  const telnyx = await startTelnyxApi({
    tokenLifeSeconds,
    conversations: () => readConversations(demo.controlUrl),
  });
  await mkdir(folder, { recursive: true });
  const app = createApp(
    readConfig({
      TELNYX_API_KEY: telnyx.apiKey,
      TELNYX_CONNECTION_ID: telnyx.connectionId,
      TELNYX_BASE_URL: telnyx.url,
      SITE_ORIGIN: new URL(demo.url).origin,
      SESSION_SECRET: randomBytes(32).toString('hex'),
      DATABASE_FILE: join(folder, 'credentials.db'),
    }),
  );
  serveApi = (request, response) => void app.handler(request, response);
  return {
    ...demo,
    pageUrl: new URL('login/', demo.url).href,
    close: async () => {
      await demo.close();
      app.close();
      await telnyx.close();
    },
  };
}

/** The conversations of the gateway's calls, as Telnyx would list them. */
async function readConversations(controlUrl: string): Promise<readonly Conversation[]> {
  const sessions = await new GatewayClient(controlUrl).sessions();
  return sessions.flatMap(({ assistantId, sent, calls }) =>
    sent
      .filter(({ method }) => method === 'telnyx_rtc.answer')
      .flatMap(({ params }) => {
        const answer = params as { callID: string; telnyx_call_control_id: string };
        const id = calls.find(({ callId }) => callId === answer.callID)?.conversationId;
        const call_control_id = answer.telnyx_call_control_id;
        return id ? [{ id, metadata: { call_control_id, assistant_id: assistantId } }] : [];
      }),
  );
}
