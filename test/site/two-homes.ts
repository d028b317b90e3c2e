// The gateway's two homes as a test sees them: one in Node, one in this page.

import { GatewayClient } from '../../gateway/gateway-client.ts';
import { installPageGateway } from '../../gateway/page/install-page-gateway.ts';
import { pageGatewayUrl } from '../../gateway/page/page-address.ts';
import type { SessionRecord } from '../../gateway/records.ts';
import { controlUrl, gatewayUrl } from '../support/gateway-address.ts';

export interface Home {
  readonly name: string;
  readonly gatewayUrl: string;
  sessions(assistantId: string): Promise<readonly SessionRecord[]>;
  /** Cuts the newest socket of the assistant. */
  drop(assistantId: string): Promise<void>;
}

const client = new GatewayClient(controlUrl);
const pageGateway = installPageGateway();

export const nodeHome: Home = {
  name: 'Node',
  gatewayUrl,
  sessions: (assistantId) => client.sessions(assistantId),
  async drop(assistantId) {
    const sessions = await client.sessions(assistantId);
    await client.drop(sessions.at(-1)?.id ?? '');
  },
};

export const pageHome: Home = {
  name: 'the page',
  gatewayUrl: pageGatewayUrl,
  sessions: (assistantId) => {
    const sessions = pageGateway.sessions.list(assistantId);
    return Promise.resolve(sessions.map((session) => session.record()));
  },
  drop: (assistantId) => {
    pageGateway.sessions.list(assistantId).at(-1)?.drop();
    return Promise.resolve();
  },
};
