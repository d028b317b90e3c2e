// What is known of a dialogue.

import type { TurnState } from './assistant-turn.ts';
import type { Sound, SoundEvent } from './sound.ts';
import type { TranscriptState } from './transcript-entry.ts';
import type { TranscriptEvent } from './transcript-event.ts';

export interface DialogueState {
  readonly transcript: TranscriptState;
  /** `null`: nothing has happened yet. */
  readonly turn: TurnState | null;
  /** Of the call; `null`: nothing is known. */
  readonly sound: Sound | null;
}

export type DialogueInput = TranscriptEvent | SoundEvent;
