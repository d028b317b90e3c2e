// Asks the site which conversation a call belongs to (`conversation-url`), where the gateway does not tell.

import type { Settings } from '../contract/settings.ts';
import type { CallIds } from '../core/call/call-state.ts';
import type { ConversationKeeper } from '../dialogue/conversation-keeper.ts';
import { loadOnce } from '../platform/load-once.ts';

const loadLookup = loadOnce(() => import('../platform/look-up-conversation.ts'));

export class SiteLookup {
  readonly #conversation: ConversationKeeper;
  /** Of the call that was answered last. */
  #ids: CallIds | null = null;

  constructor(conversation: ConversationKeeper) {
    this.#conversation = conversation;
  }

  async ask({ assistantId, chatUrl, conversationUrl }: Settings, ids: CallIds): Promise<void> {
    this.#ids = ids;
    // For typing, the site has to know whose conversation it is.
    const isWanted = conversationUrl && (chatUrl || !this.#conversation.current);
    if (!isWanted) return;
    const code = await loadLookup().catch(() => null);
    const id = code && (await code.lookUpConversation(conversationUrl, assistantId, ids));
    if (id === null || this.#ids !== ids || this.#conversation.current) return;
    this.#conversation.learn(id, 'site');
  }
}
