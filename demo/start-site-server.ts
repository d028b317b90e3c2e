// The site's server of `demo/server/`, for the demo's pages and for pages of tests, and a stand-in of Telnyx
// behind it, which has the conversations of the local gateway: what was typed, the voice knows.

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GatewayClient } from '../gateway/gateway-client.ts';
import { isAssistantId } from '../gateway/scenario.ts';
import type { Gateway } from '../gateway/start-gateway.ts';
import type { ChatRecords } from '../test/telnyx-api/chat-records.ts';
import { type Conversation, startTelnyxApi } from '../test/telnyx-api/start-telnyx-api.ts';
import { createApp } from './server/app.ts';
import { type Environment, readConfig } from './server/config.ts';

export interface SiteServer {
  /** What was typed, for tests. */
  readonly chats: ChatRecords;
  answer(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

export interface SiteServerOptions {
  /** Where its pages come from. */
  readonly origin: string;
  /** It has the calls, and the conversations. */
  readonly gateway: Pick<Gateway, 'controlUrl' | 'conversations'>;
  readonly tokenLifeSeconds?: number;
  /** More than the server has to be told. */
  readonly environment?: Environment;
}

export async function startSiteServer(options: SiteServerOptions): Promise<SiteServer> {
  const { origin, gateway, tokenLifeSeconds, environment } = options;
  const telnyx = await startTelnyxApi({
    ...(tokenLifeSeconds === undefined ? {} : { tokenLifeSeconds }),
    typed: gateway.conversations,
    conversations: () => readConversations(gateway.controlUrl),
  });
  const config = readConfig({
    TELNYX_API_KEY: telnyx.apiKey,
    TELNYX_CONNECTION_ID: telnyx.connectionId,
    TELNYX_BASE_URL: telnyx.url,
    SITE_ORIGIN: origin,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    // The stand-in forgets the credentials at its end, and knows none of another one's.
    DATABASE_FILE: ':memory:',
    ...environment,
  });
  // A site names its own; here are all that the gateway plays.
  const app = createApp({ ...config, assistantIds: { has: isAssistantId } });
  return {
    chats: telnyx.chats,
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
