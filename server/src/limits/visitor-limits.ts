// The one rule for how much anybody may ask for. A visitor, who is a user or a browser with a cookie of ours, has
// the least. A network has more, so that no visitor locks an office out. Browsers without a cookie share the half
// of it: whoever throws the cookies away leaves the other half to known visitors. The whole site has a day's
// budget. All is counted in this process; if you run several, each counts for itself.

import { type Request, type RequestHandler, type Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Config } from '../config.ts';
import type { FindUser } from '../find-user.ts';
import { networkOf } from './network-of.ts';
import { OpenStreams } from './open-streams.ts';
import type { FindOwnConversations } from '../chat/own-conversations.ts';
import type { Report } from '../log/report.ts';

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
  readonly findUser: FindUser;
  readonly findOwn: FindOwnConversations;
  readonly demandChallenge: DemandChallenge;
  readonly report: Report;
}

const dayMs = 24 * 3_600_000;
const longestPauseSeconds = 3600;

export class VisitorLimits {
  readonly #options: VisitorLimitsOptions;
  readonly #ofVisitors: OpenStreams;
  readonly #ofNewcomers: OpenStreams;
  readonly #ofNetworks: OpenStreams;
  #day = 0;
  #answersToday = 0;

  constructor(options: VisitorLimitsOptions) {
    this.#options = options;
    const { streamsPerVisitor, streamsPerNetwork } = options.config;
    this.#ofVisitors = new OpenStreams(streamsPerVisitor);
    this.#ofNewcomers = new OpenStreams(halfOf(streamsPerNetwork));
    this.#ofNetworks = new OpenStreams(streamsPerNetwork);
  }

  /** Limits the requests of a minute to one endpoint. What a visitor has too many does not count for the network. */
  requests(): RequestHandler {
    const { requestsPerMinute, requestsPerNetwork } = this.#options.config;
    const isKnown = (request: Request, response: Response) =>
      this.#visitorOf(request, response) !== null;
    return Router().use(
      limit(requestsPerMinute, (request, response) => this.#visitorOf(request, response)),
      limit(halfOf(requestsPerNetwork), (request, response) =>
        isKnown(request, response) ? null : networkOf(request.ip ?? ''),
      ),
      limit(requestsPerNetwork, (request) => networkOf(request.ip ?? '')),
    );
  }

  /** @returns the function to call when the answer has ended, or why there is none. */
  async open(request: Request, response: Response): Promise<(() => void) | Refused> {
    const { config, demandChallenge } = this.#options;
    const visitor = this.#visitorOf(request, response);
    const network = networkOf(request.ip ?? '');
    this.#beginDay();
    const challenge = await demandChallenge(request, {
      isKnown: visitor !== null,
      streamsOfNetwork: this.#ofNetworks.count(network),
      streamsPerNetwork: config.streamsPerNetwork,
      answersToday: this.#answersToday,
      answersPerDay: config.answersPerDay,
    });
    if (challenge !== null) return { retryAfterSeconds: 1, challenge };
    if (this.#answersToday >= config.answersPerDay) {
      return { retryAfterSeconds: untilTomorrow(), challenge: null };
    }
    const closeOne =
      visitor === null ? this.#ofNewcomers.open(network) : this.#ofVisitors.open(visitor);
    const closeAll = closeOne && this.#ofNetworks.open(network);
    if (!closeAll) {
      closeOne?.();
      return { retryAfterSeconds: 1, challenge: null };
    }
    this.#countAnswer();
    return () => {
      closeOne();
      closeAll();
    };
  }

  /** `null`: nobody whom we know. */
  #visitorOf(request: Request, response: Response): string | null {
    const { findUser, findOwn } = this.#options;
    const userId = findUser(request);
    if (userId !== null) return `user ${userId}`;
    const { visitorId } = findOwn(request, response);
    return visitorId === null ? null : `browser ${visitorId}`;
  }

  #beginDay(): void {
    const day = Math.floor(Date.now() / dayMs);
    if (day === this.#day) return;
    this.#day = day;
    this.#answersToday = 0;
  }

  #countAnswer(): void {
    this.#answersToday += 1;
    if (this.#answersToday < this.#options.config.answersPerDay) return;
    const reason = new Error('ANSWERS_PER_DAY is reached; no more until midnight, UTC');
    this.#options.report('The answers of this day are used up', reason);
  }
}

/** @param keyOf who is counted; `null`: this limit is for others. */
function limit(
  requestsPerMinute: number,
  keyOf: (request: Request, response: Response) => string | null,
): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request, response) => keyOf(request, response) === null,
    keyGenerator: (request, response) => keyOf(request, response) ?? '',
    handler: (_request, response) => {
      response.status(429).send({ error: 'Too many requests' });
    },
  });
}

function halfOf(limit: number): number {
  return Math.ceil(limit / 2);
}

function untilTomorrow(): number {
  const seconds = Math.ceil((dayMs - (Date.now() % dayMs)) / 1000);
  return Math.min(seconds, longestPauseSeconds);
}
