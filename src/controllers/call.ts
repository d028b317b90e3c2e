// The root of a call's code: what the first click fetches.

import { CallController } from './call-controller.ts';
import type { CallStage } from './call-stage.ts';
import { ConversationController } from './conversation-controller.ts';
import { PanelController } from './panel-controller.ts';

export class Call {
  readonly conversation: ConversationController;
  readonly controller: CallController;
  readonly panel: PanelController;

  constructor(stage: CallStage) {
    this.conversation = new ConversationController(stage);
    this.controller = new CallController(stage, this.conversation);
    this.panel = new PanelController(stage, this.controller, this.conversation);
  }
}
