// What a call is made of, and what it may do to the session that it belongs to.
import type { Conversation } from './conversations.ts';
import type { Fields } from './fields.ts';
import type { Media } from './media.ts';
import type { Scenario } from './scenario.ts';

/** What a call may do to the session it belongs to. */
export interface CallPort {
  readonly assistantId: string;
  readonly sessid: string;
  reply(id: unknown, result: Fields): void;
  refuse(id: unknown, code: number, message: string): void;
  request(method: string, params: Fields): void;
  drop(): void;
  goSilent(): void;
  changed(): void;
}

export interface CallSetup {
  readonly invite: Fields;
  readonly scenario: Scenario;
  readonly media: Media;
  /** `undefined` when the wanted conversation could not be joined. */
  readonly conversation: Conversation | undefined;
  readonly isResumed: boolean;
}
