// Receives what the assistant brings into a call: settings, sound, and messages, which wait for what
// reads them.

import type { AssistantEvent } from '../core/assistant-event.ts';
import type { AssistantSettings } from '../core/assistant-settings.ts';
import { type AudioLevels, listen, nothingHeard, silence } from '../core/audio-levels.ts';
import type { LineReading } from '../core/line-quality.ts';
import type { CallStage } from './call-stage.ts';
import type { DialogueController } from './dialogue-controller.ts';

/** Comes once a call is up. */
export interface AssistantFollower {
  readMessage(frame: unknown): void;
  watchLine(reading: LineReading): void;
}

export class AssistantController {
  readonly #stage: CallStage;
  readonly #dialogue: DialogueController;
  #settings: AssistantSettings | null = null;
  #levels = silence;
  #hearing = nothingHeard;
  #follower: AssistantFollower | null = null;
  readonly #unread: unknown[] = [];

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
        if (this.#follower) return this.#follower.readMessage(event.frame);
        this.#unread.push(event.frame);
        return;
      case 'levels':
        this.#follower?.watchLine(event.line);
        return this.#hear(event.levels);
      case 'settings':
        this.#settings = event.settings;
        return this.#stage.host.requestUpdate();
    }
  }

  followWith(follower: AssistantFollower): void {
    this.#follower = follower;
    for (const frame of this.#unread.splice(0)) follower.readMessage(frame);
  }

  callEnded(): void {
    this.#unread.length = 0;
    this.#levels = silence;
    this.#hearing = nothingHeard;
    this.#dialogue.apply({ type: 'call-ended' });
  }

  #hear(levels: AudioLevels): void {
    this.#levels = levels;
    this.#hearing = listen(this.#hearing, levels, Date.now());
    this.#dialogue.apply({ type: 'audible', audible: this.#hearing.audible });
    this.#stage.host.requestUpdate();
  }
}
