// Shows typing without a call in the panel.

import { chatStrings, type ChatTexts } from '../../i18n/typing-strings.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { renderChatControls } from './typing-controls.ts';
import { toChatView } from './typing-view.ts';
import type { PanelAction } from '../panel-action.ts';
import type { PanelView } from '../panel-view.ts';
import type { Call } from '../../assistant/assistant.ts';
import type { CallStage } from '../../contract/call-stage.ts';
import { ChatController } from '../../typing/typing-controller.ts';

export class ChatPanel {
  readonly chat: ChatController;
  readonly #stage: CallStage;
  readonly #call: Call;
  readonly #texts: () => DialogueTexts;

  /** @param texts of what is said, in the language in use. */
  constructor(stage: CallStage, call: Call, texts: () => DialogueTexts) {
    this.#stage = stage;
    this.#texts = texts;
    this.#call = call;
    this.chat = new ChatController(stage, call);
  }

  /** @param view what is shown of the call. */
  view(view: PanelView): PanelView {
    const { host } = this.#stage;
    const { stage, problem, isNew } = this.chat;
    return toChatView(view, {
      isCalling: this.#isCalling,
      callState: this.#call.controller.model.state,
      stage,
      problem,
      isNew,
      takesText: !host.noText,
      showsTranscript: !host.noTranscript,
      strings: this.#strings,
    });
  }

  /** Instead of those of a call; `null` while there is one. */
  controls(act: (action: PanelAction) => void): unknown {
    const { controller, conversation } = this.#call;
    if (!controller.isOver) return null;
    const strings = this.#strings;
    const { state } = controller.model;
    return renderChatControls({
      isCalling: this.#isCalling,
      // What has failed has its way out in the notice.
      offersCall: this.#stage.host.mode !== 'text' && state !== 'failed',
      startOver: conversation.current && (state === 'idle' ? strings.startOver : strings.forget),
      strings,
      expectCall: () => this.#expectCall(),
      act,
    });
  }

  /** Wanted, and not begun: the conversation is yet to be named. */
  get #isCalling(): boolean {
    return this.#stage.host.callState === 'preparing' && this.#call.controller.isOver;
  }

  #expectCall(): void {
    const { controller, typedConversation } = this.#call;
    if (this.#stage.host.preload === 'none') return;
    // What goes wrong shows itself in the call.
    controller.prepare(typedConversation ?? null).catch(() => undefined);
  }

  /** Those of another language, and the page's own words, are among the dialogue's. */
  get #strings(): ChatTexts {
    return { ...chatStrings, ...this.#texts() };
  }
}
