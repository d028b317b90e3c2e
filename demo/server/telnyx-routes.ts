// The two endpoints that the element asks: `token-url` and `conversation-url`.

import { json, type Request, type Response, Router } from 'express';
import { findConversation } from './find-conversation.ts';
import { limitRequests } from './limit-requests.ts';
import { parseCall } from './parse-call.ts';
import type { Report } from './report.ts';
import type { TelnyxAccount } from './telnyx-account.ts';
import type { UserTokens } from './user-tokens.ts';

/** Who is asking, by the site's own session and nothing else in the request; `null`: nobody. */
export type FindUser = (request: Request) => string | null;

export interface TelnyxRoutesOptions {
  readonly account: TelnyxAccount;
  readonly tokens: UserTokens;
  readonly findUser: FindUser;
  /** Whether the user is one who gets a credential. */
  readonly mayCall: (userId: string) => boolean | Promise<boolean>;
  readonly requestsPerMinute: number;
  readonly report: Report;
}

export function createTelnyxRoutes(options: TelnyxRoutesOptions): Router {
  const { account, tokens, findUser, mayCall, requestsPerMinute, report } = options;
  const limit = () => limitRequests(requestsPerMinute, findUser);
  const routes = Router();

  routes.get('/telnyx-token', limit(), async (request, response) => {
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

  routes.post('/telnyx-conversation', limit(), json(), async (request, response) => {
    if (findUser(request) === null) return refuse(response, 401, 'Not authenticated');
    const call = parseCall(request.body);
    if (!call) return refuse(response, 400, 'No call_control_id');
    try {
      const conversationId = await findConversation(account, call);
      if (conversationId === null) return refuse(response, 404, 'No conversation found for call');
      response.send({ conversation_id: conversationId });
    } catch (error) {
      report('No conversation could be looked up', error);
      refuse(response, 500, 'Lookup failed');
    }
  });

  return routes;
}

/** Always in words of ours: what Telnyx said is for the report. */
function refuse(response: Response, status: number, error: string): void {
  response.status(status).send({ error });
}
