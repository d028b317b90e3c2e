// The root of a call's code: what the first click fetches.

import { AssistantController } from './assistant-controller.ts';
import { CallController } from './call-controller.ts';
import type { CallStage } from './call-stage.ts';
import { ConversationController } from './conversation-controller.ts';
import { DialogueController } from './dialogue-controller.ts';
import { LatencyController } from './latency-controller.ts';
import { PanelController } from './panel-controller.ts';

export class Call {
  readonly conversation: ConversationController;
  readonly dialogue: DialogueController;
  readonly assistant: AssistantController;
  readonly latency: LatencyController;
  readonly controller: CallController;
  readonly panel: PanelController;

  constructor(stage: CallStage) {
    this.conversation = new ConversationController(stage);
    this.dialogue = new DialogueController(stage, (text, images) =>
      this.controller.sendMessage(text, images),
    );
    this.assistant = new AssistantController(stage, this.dialogue);
    this.latency = new LatencyController(stage, () => this.controller.microphone);
    this.controller = new CallController(stage, this);
    this.panel = new PanelController(stage, this);
  }

  /** The next call begins a new conversation. What was said before does not belong to it. */
  forget(): void {
    this.conversation.forget();
    if (this.controller.isOver) this.dialogue.clear();
  }

  /** Another tab has changed the record (`null`: removed it). A call keeps the conversation that it is in. */
  changedElsewhere(stored: string | null): void {
    if (this.controller.isOver && this.conversation.changedElsewhere(stored)) this.dialogue.clear();
  }
}
