// Asks the visitor for a rating after a call. It comes for pages that want one.

import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { type Feedback, renderFeedback } from './feedback.ts';
import { feedbackStyles } from './feedback.styles.ts';
import { addStyles } from '../add-styles.ts';
import type { Call } from '../../assistant/assistant.ts';
import type { CallStage } from '../../contract/call-stage.ts';

export class FeedbackPanel {
  readonly #stage: CallStage;
  readonly #call: Call;
  #isGiven = false;

  constructor(stage: CallStage, call: Call) {
    this.#stage = stage;
    this.#call = call;
    addStyles(stage.host, feedbackStyles);
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
    const conversationId = this.#call.conversation.current?.id ?? null;
    this.#stage.tell('telnyx-feedback', { rating, comment, conversationId });
    this.#stage.host.requestUpdate();
  }
}
