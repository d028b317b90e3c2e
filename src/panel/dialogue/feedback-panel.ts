// Asks the visitor for a rating after a call. It comes for pages that want one.

import type { ConversationKeeper } from '../../dialogue/conversation-keeper.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { addStyles } from '../../platform/add-styles.ts';
import type { PanelHost } from '../panel-ports.ts';
import { type Feedback, renderFeedback } from './feedback.ts';
import { feedbackStyles } from './feedback.styles.ts';

export class FeedbackPanel {
  readonly #host: PanelHost;
  readonly #conversation: ConversationKeeper;
  #isGiven = false;

  constructor(host: PanelHost, conversation: ConversationKeeper) {
    this.#host = host;
    this.#conversation = conversation;
    addStyles(host.element.shadowRoot, feedbackStyles);
  }

  render(strings: DialogueTexts): unknown {
    return renderFeedback(this.#isGiven, strings, (feedback) => this.#take(feedback));
  }

  /** Another call begins. */
  renew(): void {
    this.#isGiven = false;
  }

  #take({ rating, comment }: Feedback): void {
    this.#isGiven = true;
    const conversationId = this.#conversation.current?.id ?? null;
    this.#host.tell('telnyx-feedback', { rating, comment, conversationId });
    this.#host.requestUpdate();
  }
}
