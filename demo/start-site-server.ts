// The site's server of `demo/server/`, for the demo's pages, and a stand-in of Telnyx behind it.

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GatewayClient } from '../test/gateway/gateway-client.ts';
import { type Conversation, startTelnyxApi } from '../test/telnyx-api/start-telnyx-api.ts';
import { createApp } from './server/app.ts';
import { readConfig } from './server/config.ts';

export interface SiteServer {
  answer(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

export interface SiteServerOptions {
  /** Where its pages come from. */
  readonly origin: string;
  /** Of the control API of the gateway that has the calls. */
  readonly controlUrl: string;
  readonly tokenLifeSeconds: number;
}

export async function startSiteServer(options: SiteServerOptions): Promise<SiteServer> {
  const { origin, controlUrl, tokenLifeSeconds } = options;
  const telnyx = await startTelnyxApi({
    tokenLifeSeconds,
    conversations: () => readConversations(controlUrl),
  });
  const app = createApp(
    readConfig({
      TELNYX_API_KEY: telnyx.apiKey,
      TELNYX_CONNECTION_ID: telnyx.connectionId,
      TELNYX_BASE_URL: telnyx.url,
      SITE_ORIGIN: origin,
      SESSION_SECRET: randomBytes(32).toString('hex'),
      // The stand-in forgets the credentials at its end, and knows none of another one's.
      DATABASE_FILE: ':memory:',
    }),
  );
  return {
    answer: (request, response) => void app.handler(request, response),
    close: async () => {
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
