// What a session gets from the gateway that it belongs to.
import type { Conversations } from './conversations.ts';
import type { OpenMedia } from './media.ts';

export interface SessionPort {
  readonly conversations: Conversations;
  readonly openMedia: OpenMedia;
  /** How many logins the earlier sessions with this assistant were refused. */
  refusedBefore(): number;
  changed(): void;
}
