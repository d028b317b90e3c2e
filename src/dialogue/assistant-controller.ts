// Receives what the assistant brings into a call: settings, sound, and messages.

import type { AssistantEvent } from '../core/dialogue/assistant-event.ts';
import type { AssistantSettings } from '../core/dialogue/assistant-settings.ts';
import type { CallStage } from '../contract/call-stage.ts';
import type { DialogueController } from './dialogue-controller.ts';

export type LevelsEvent = Extract<AssistantEvent, { type: 'levels' }>;

export class AssistantController {
  readonly #stage: CallStage;
  readonly #dialogue: DialogueController;
  #settings: AssistantSettings | null = null;
  #listen: ((event: LevelsEvent) => void) | null = null;

  constructor(stage: CallStage, dialogue: DialogueController) {
    this.#stage = stage;
    this.#dialogue = dialogue;
  }

  /** `null` until the assistant has sent some. */
  get settings(): AssistantSettings | null {
    return this.#settings;
  }

  receive(event: AssistantEvent): void {
    switch (event.type) {
      case 'message':
        return this.#dialogue.apply(event);
      case 'levels':
        return this.#listen?.(event);
      case 'settings':
        this.#settings = event.settings;
        return this.#stage.host.requestUpdate();
    }
  }

  /** What of the sound is looked at comes later than the sound. */
  listenWith(listen: (event: LevelsEvent) => void): void {
    this.#listen = listen;
  }
}
