// The endpoints of `token-url` and `conversation-url`, which the element asks for calls.

import { json, Router } from 'express';
import { findConversation } from './find-conversation.ts';
import type { FindUser } from '../find-user.ts';
import type { FindOwnConversations } from '../chat/own-conversations.ts';
import { parseCall } from './parse-call.ts';
import { refuse } from '../http/refuse.ts';
import type { Report } from '../log/report.ts';
import { signalWhileOpen } from '../http/signal-while-open.ts';
import type { TelnyxAccount } from '../telnyx/telnyx-account.ts';
import type { UserTokens } from './user-tokens.ts';
import type { VisitorLimits } from '../limits/visitor-limits.ts';

export interface TelnyxRoutesOptions {
  readonly account: TelnyxAccount;
  /** `null` if no user of this site logs in by token. */
  readonly tokens: UserTokens | null;
  readonly findUser: FindUser;
  /** Whether this user gets a credential. */
  readonly mayCall: (userId: string) => boolean | Promise<boolean>;
  readonly findOwn: FindOwnConversations;
  /** The assistants that visitors may type to. */
  readonly assistantIds: { has(assistantId: string): boolean };
  readonly limits: VisitorLimits;
  readonly report: Report;
}

/**
 * The element asks while the call is young. Whoever learns a call's id later must not reach its messages.
 */
const youngMs = 10 * 60_000;
const lookupMs = 20_000;

export function createTelnyxRoutes(options: TelnyxRoutesOptions): Router {
  const { account, tokens, findUser, mayCall, limits, report } = options;
  const { findOwn, assistantIds } = options;
  const routes = Router();

  routes.get('/telnyx-token', limits.requests('token'), async (request, response) => {
    if (tokens === null) return refuse(response, 404, 'No credential found for user');
    const userId = findUser(request);
    if (userId === null) return refuse(response, 401, 'Not authenticated');
    if (!(await mayCall(userId))) return refuse(response, 404, 'No credential found for user');
    try {
      response.type('text/plain').send(await tokens.tokenFor(userId));
    } catch (error) {
      report('No token could be made', error);
      refuse(response, 500, 'Token generation failed');
    }
  });

  routes.post(
    '/telnyx-conversation',
    limits.requests('conversation'),
    json(),
    async (request, response) => {
      const call = parseCall(request.body);
      // Visitors who may type to the assistant may go on typing after a call, signed in or not.
      const mayType = call?.assistantId !== undefined && assistantIds.has(call.assistantId);
      if (findUser(request) === null && !mayType) return refuse(response, 401, 'Not authenticated');
      if (!call) return refuse(response, 400, 'No call_control_id');
      try {
        const found = await findConversation(account, call, signalWhileOpen(response, lookupMs));
        if (found === null) return refuse(response, 404, 'No conversation found for call');
        // The call's id is long, random, and known only to the caller's page. Whoever sends it is the caller.
        const isYoung = found.lastUsedAt > Date.now() - youngMs;
        if (mayType && isYoung) findOwn(request, response).add(found.id);
        response.send({ conversation_id: found.id });
      } catch (error) {
        // The visitor has left: nobody reads an error.
        if (response.destroyed) return;
        report('No conversation could be looked up', error);
        refuse(response, 500, 'Lookup failed');
      }
    },
  );

  return routes;
}
