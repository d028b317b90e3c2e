// Starts the server of `server/` for the pages of the demo and of tests, with a stand-in of Telnyx
// behind it. The stand-in shares the local gateway's conversations, so a call knows what was typed.

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GatewayClient } from '../gateway/gateway-client.ts';
import { isAssistantId } from '../gateway/scenario.ts';
import type { Gateway } from '../gateway/node/start-gateway.ts';
import type { ChatRecords } from '../test/telnyx-api/chat-records.ts';
import { type Conversation, startTelnyxApi } from '../test/telnyx-api/start-telnyx-api.ts';
import { createLogin } from './demo-login.ts';
import { createApp } from '../server/src/app.ts';
import { type Environment, readConfig } from '../server/src/config.ts';

export interface SiteServer {
  /** What was typed, for tests to read. */
  readonly chats: ChatRecords;
  answer(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

export interface SiteServerOptions {
  /** The origin of the site's pages. */
  readonly origin: string;
  /** The gateway whose calls and conversations the stand-in lists. */
  readonly gateway: Pick<Gateway, 'controlUrl' | 'conversations'>;
  readonly tokenLifeSeconds?: number;
  /** Further variables for the server. */
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
    // The stand-in forgets all credentials when it ends, so there is no use in keeping them in a file.
    DATABASE_FILE: ':memory:',
    ...environment,
  });
  // A real site names its own assistants. The demo allows every one that the gateway can play.
  const app = createApp({ ...config, assistantIds: { has: isAssistantId } }, { createLogin });
  return {
    chats: telnyx.chats,
    answer: (request, response) => void app.handler(request, response),
    close: async () => {
      await app.close();
      await telnyx.close();
    },
  };
}

/** The conversations of the gateway's calls, in the form in which Telnyx lists them. */
async function readConversations(controlUrl: string): Promise<readonly Conversation[]> {
  const sessions = await new GatewayClient(controlUrl).sessions();
  return sessions.flatMap(({ assistantId, sent, calls }) =>
    sent
      // One that a test broke off has no call to name.
      .filter(({ method, params }) => method === 'telnyx_rtc.answer' && params !== null)
      .flatMap(({ params }) => {
        const answer = params as { callID: string; telnyx_call_control_id: string };
        const id = calls.find(({ callId }) => callId === answer.callID)?.conversationId;
        const call_control_id = answer.telnyx_call_control_id;
        return id ? [{ id, metadata: { call_control_id, assistant_id: assistantId } }] : [];
      }),
  );
}
