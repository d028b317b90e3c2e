// The one rule for how much anybody may ask for. A visitor, who is a user or a browser with a cookie of ours, has
// the least. A network has more, so that no visitor locks an office out. Browsers without a cookie share the half
// of it: whoever throws the cookies away leaves the other half to known visitors. The whole site has a day's
// budget.

import type { Request, RequestHandler, Response } from 'express';
import type { FindOwnConversations } from '../chat/own-conversations.ts';
import type { Config } from '../config.ts';
import type { FindUser } from '../find-user.ts';
import { refuse } from '../http/refuse.ts';
import type { Report } from '../log/report.ts';
import type { LimitStore } from './limit-store.ts';
import { networkOf } from './network-of.ts';

/** What is used when a message comes. */
export interface Load {
  /** Whether the visitor is signed in, or has a cookie of ours. */
  readonly isKnown: boolean;
  readonly streamsOfNetwork: number;
  readonly streamsPerNetwork: number;
  readonly answersToday: number;
  readonly answersPerDay: number;
}

/**
 * Asked before each message is answered.
 * @returns what the page needs to show a challenge, such as its id; `null` if none is demanded.
 */
export type DemandChallenge = (
  request: Request,
  load: Load,
) => string | null | Promise<string | null>;

export interface Refused {
  readonly retryAfterSeconds: number;
  /** What the site demands of the visitor. */
  readonly challenge: string | null;
}

export interface VisitorLimitsOptions {
  readonly config: Pick<
    Config,
    | 'requestsPerMinute'
    | 'requestsPerNetwork'
    | 'streamsPerVisitor'
    | 'streamsPerNetwork'
    | 'answersPerDay'
  >;
  readonly store: LimitStore;
  readonly findUser: FindUser;
  readonly findOwn: FindOwnConversations;
  readonly demandChallenge: DemandChallenge | undefined;
  readonly report: Report;
}

const minuteMs = 60_000;
const dayMs = 24 * 3_600_000;
const longestPauseSeconds = 3600;

export class VisitorLimits {
  readonly #options: VisitorLimitsOptions;

  constructor(options: VisitorLimitsOptions) {
    this.#options = options;
  }

  /**
   * Limits the requests of a minute to one endpoint. What a visitor has too many does not count for the network.
   * @param endpoint the name under which they are counted.
   */
  requests(endpoint: string): RequestHandler {
    const { config, store } = this.#options;
    const { requestsPerMinute, requestsPerNetwork } = config;
    return async (request, response, next) => {
      const visitor = this.#visitorOf(request, response);
      const network = networkOf(request.ip ?? '');
      const limits = [
        visitor === null
          ? { key: `new ${network}`, most: halfOf(requestsPerNetwork) }
          : { key: visitor, most: requestsPerMinute },
        { key: `all ${network}`, most: requestsPerNetwork },
      ];
      for (const { key, most } of limits) {
        const { count, resetMs } = await store.take(`${endpoint} ${key}`, minuteMs);
        if (count <= most) continue;
        // A clock that was set back makes the rest of the window longer than the window.
        const pauseMs = Math.min(Math.max(resetMs, 1), minuteMs);
        response.set('Retry-After', String(Math.ceil(pauseMs / 1000)));
        return refuse(response, 429, 'Too many requests');
      }
      next();
    };
  }

  /** @returns the function to call when the answer has ended, or why there is none. */
  async open(request: Request, response: Response): Promise<(() => void) | Refused> {
    const { config, store } = this.#options;
    const visitor = this.#visitorOf(request, response);
    const network = networkOf(request.ip ?? '');
    const all = `all ${network}`;
    const challenge = await this.#demandChallenge(request, visitor !== null, all);
    if (challenge !== null) return { retryAfterSeconds: 1, challenge };
    if ((await store.countOf(today())) >= config.answersPerDay) return refusedToday();
    const close = await store.openStream([
      visitor === null
        ? { key: `new ${network}`, most: halfOf(config.streamsPerNetwork) }
        : { key: visitor, most: config.streamsPerVisitor },
      { key: all, most: config.streamsPerNetwork },
    ]);
    if (!close) return { retryAfterSeconds: 1, challenge: null };
    const { count } = await store.take(today(), dayMs);
    if (count === config.answersPerDay) this.#tellOfLast();
    if (count <= config.answersPerDay) return close;
    close();
    return refusedToday();
  }

  async #demandChallenge(
    request: Request,
    isKnown: boolean,
    network: string,
  ): Promise<string | null> {
    const { config, store, demandChallenge } = this.#options;
    if (!demandChallenge) return null;
    const { streamsPerNetwork, answersPerDay } = config;
    const [streamsOfNetwork, answersToday] = await Promise.all([
      store.countStreams(network),
      store.countOf(today()),
    ]);
    const load = { isKnown, streamsOfNetwork, streamsPerNetwork, answersToday, answersPerDay };
    return demandChallenge(request, load);
  }

  /** `null`: nobody whom we know. */
  #visitorOf(request: Request, response: Response): string | null {
    const { findUser, findOwn } = this.#options;
    const userId = findUser(request);
    if (userId !== null) return `user ${userId}`;
    const { visitorId } = findOwn(request, response);
    return visitorId === null ? null : `browser ${visitorId}`;
  }

  #tellOfLast(): void {
    const reason = new Error('ANSWERS_PER_DAY is reached; no more until midnight, UTC');
    this.#options.report('The answers of this day are used up', reason);
  }
}

function halfOf(limit: number): number {
  return Math.ceil(limit / 2);
}

/** The key of the day's budget. */
function today(): string {
  return `answers ${Math.floor(Date.now() / dayMs)}`;
}

function refusedToday(): Refused {
  const seconds = Math.ceil((dayMs - (Date.now() % dayMs)) / 1000);
  return { retryAfterSeconds: Math.min(seconds, longestPauseSeconds), challenge: null };
}
