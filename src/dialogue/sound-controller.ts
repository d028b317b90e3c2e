// How loud both ends of a call are, and when the assistant begins and ceases to be heard.

import { type AudioLevels, listen, nothingHeard, silence } from '../core/dialogue/audio-levels.ts';
import type { CallStage } from '../contract/call-stage.ts';
import type { DialogueController } from './dialogue-controller.ts';

export class SoundController {
  readonly #stage: CallStage;
  readonly #dialogue: DialogueController;
  #levels = silence;
  #hearing = nothingHeard;

  constructor(stage: CallStage, dialogue: DialogueController) {
    this.#stage = stage;
    this.#dialogue = dialogue;
  }

  get levels(): AudioLevels {
    return this.#levels;
  }

  hear(levels: AudioLevels): void {
    this.#levels = levels;
    const { audible: wasAudible } = this.#hearing;
    this.#hearing = listen(this.#hearing, levels, Date.now());
    const { audible } = this.#hearing;
    if (audible !== wasAudible) this.#dialogue.apply({ type: 'audible', audible });
    this.#stage.host.requestUpdate();
  }

  callEnded(): void {
    this.#levels = silence;
    this.#hearing = nothingHeard;
  }
}
