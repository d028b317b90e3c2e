// Receives what the assistant brings into a call: settings, sound, and messages.

import type { AssistantEvent } from '../core/assistant-event.ts';
import type { AssistantSettings } from '../core/assistant-settings.ts';
import { type AudioLevels, listen, nothingHeard, silence } from '../core/audio-levels.ts';
import type { LineReading } from '../core/line-quality.ts';
import type { CallStage } from './call-stage.ts';
import type { DialogueController } from './dialogue-controller.ts';

export class AssistantController {
  readonly #stage: CallStage;
  readonly #dialogue: DialogueController;
  #settings: AssistantSettings | null = null;
  #levels = silence;
  #hearing = nothingHeard;
  #watchLine: ((reading: LineReading) => void) | null = null;

  constructor(stage: CallStage, dialogue: DialogueController) {
    this.#stage = stage;
    this.#dialogue = dialogue;
  }

  /** `null` until the assistant has sent some. */
  get settings(): AssistantSettings | null {
    return this.#settings;
  }

  get levels(): AudioLevels {
    return this.#levels;
  }

  receive(event: AssistantEvent): void {
    switch (event.type) {
      case 'message':
        return this.#dialogue.apply(event);
      case 'levels':
        this.#watchLine?.(event.line);
        return this.#hear(event.levels);
      case 'settings':
        this.#settings = event.settings;
        return this.#stage.host.requestUpdate();
    }
  }

  watchLine(watch: (reading: LineReading) => void): void {
    this.#watchLine = watch;
  }

  callEnded(): void {
    this.#levels = silence;
    this.#hearing = nothingHeard;
    this.#dialogue.apply({ type: 'call-ended' });
  }

  #hear(levels: AudioLevels): void {
    this.#levels = levels;
    const { audible: wasAudible } = this.#hearing;
    this.#hearing = listen(this.#hearing, levels, Date.now());
    const { audible } = this.#hearing;
    if (audible !== wasAudible) this.#dialogue.apply({ type: 'audible', audible });
    this.#stage.host.requestUpdate();
  }
}
