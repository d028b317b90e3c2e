// The root of a call's code: what the first click fetches.

import type { Join } from '../core/call/call-model.ts';
import { AssistantController } from '../dialogue/assistant-controller.ts';
import { CallController } from '../call/call-controller.ts';
import type { CallStage } from '../contract/call-stage.ts';
import { ConversationController } from '../dialogue/conversation-controller.ts';
import { DialogueController } from '../dialogue/dialogue-controller.ts';
import { loadChat, loadDialoguePanel } from './lazy-call-code.ts';
import { LatencyController } from '../call/latency-controller.ts';
import { PanelController } from '../panel/panel-controller.ts';

/** Fetches what typing needs ahead of its use; a failure shows itself then. */
export function fetchTyping(): void {
  void Promise.allSettled([loadChat(), loadDialoguePanel()]);
}

export class Call {
  readonly #stage: CallStage;
  readonly conversation: ConversationController;
  readonly dialogue: DialogueController;
  readonly assistant: AssistantController;
  readonly latency: LatencyController;
  readonly controller: CallController;
  readonly panel: PanelController;

  constructor(stage: CallStage) {
    this.conversation = new ConversationController(stage);
    this.#stage = stage;
    this.dialogue = new DialogueController(stage, (...message) => {
      const { chat } = this.panel;
      const takes = this.controller.canSend || !chat ? this.controller : chat;
      return takes.sendMessage(...message);
    });
    this.assistant = new AssistantController(stage, this.dialogue);
    this.latency = new LatencyController(stage, () => this.controller);
    this.controller = new CallController(stage, this);
    this.panel = new PanelController(stage, this);
  }

  get canSend(): boolean {
    return this.controller.canSend || this.panel.chat !== null;
  }

  /**
   * That of the visitor's typing, which a call goes on with, stored or not; `null`: it has yet to begin,
   * `undefined`: nothing is settled by typing.
   */
  get typedConversation(): Join | null | undefined {
    const { current } = this.conversation;
    if (this.panel.chat?.assistantId !== this.#stage.host.assistantId) return undefined;
    if (!current) return null;
    const source = current.source === 'attribute' ? 'attribute' : 'stored';
    return { id: current.id, source, lastUsedAtMs: null };
  }

  /** The next call begins a new conversation. What was said before does not belong to it. */
  forget(): void {
    this.conversation.forget();
    if (this.controller.isOver) this.#clear();
  }

  /**
   * Another tab has changed the record (`null`: removed it). A call keeps the conversation that it is in,
   * and so does what was typed.
   */
  changedElsewhere(stored: string | null): void {
    const isKept =
      !this.controller.isOver || (stored !== null && this.panel.chat?.newEntries.length);
    if (!isKept && this.conversation.changedElsewhere(stored)) this.#clear();
  }

  /** The page, or the element in it, goes away. */
  leave(): void {
    this.controller.unprepare();
    this.panel.leave();
  }

  #clear(): void {
    this.panel.chat?.clear();
    this.dialogue.clear();
  }
}
