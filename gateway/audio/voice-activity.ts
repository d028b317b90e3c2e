// Finds the caller's turns in frames of 20 ms, by loudness alone.
import { FRAME_MS } from './frames.ts';
import { rms } from './level.ts';

const SPEECH_RMS = 500;
/** A shorter sound is a click. The beep of Chromium's fake microphone lasts 80-100 ms. */
const SHORTEST_SPEECH_MS = 60;
const PAUSE_THAT_ENDS_A_TURN_MS = 700;
/** A turn ends after this time even without a pause: music and fake microphones never pause. */
const LONGEST_TURN_MS = 3000;

export class VoiceActivity {
  readonly #pauseMs: number;
  #runMs = 0;
  #quietMs = 0;
  #turnMs = 0;
  #speechMs = 0;

  /** @param pauseMs the pause that ends a turn. */
  constructor(pauseMs = PAUSE_THAT_ENDS_A_TURN_MS) {
    this.#pauseMs = Math.min(pauseMs, PAUSE_THAT_ENDS_A_TURN_MS);
  }

  /** Whether the last frame was loud enough for speech. */
  get isLoud(): boolean {
    return this.#runMs > 0;
  }

  /** How long the caller has spoken in the present turn; 0 between turns. */
  get speechMs(): number {
    return this.#turnMs > 0 ? this.#speechMs : 0;
  }

  /** Takes the next frame. If this frame ends the caller's turn, it returns how long the caller spoke. */
  hear(frame: Int16Array): number | undefined {
    if (rms(frame) > SPEECH_RMS) {
      this.#runMs += FRAME_MS;
      this.#quietMs = 0;
    } else {
      this.#runMs = 0;
      this.#quietMs += FRAME_MS;
    }
    const isSpeaking = this.#runMs >= SHORTEST_SPEECH_MS;
    if (this.#turnMs === 0 && !isSpeaking) return undefined;
    if (this.#turnMs === 0) this.#turnMs = this.#speechMs = this.#runMs;
    else {
      this.#turnMs += FRAME_MS;
      if (isSpeaking) this.#speechMs += FRAME_MS;
    }
    const isOver = this.#quietMs >= this.#pauseMs || this.#turnMs >= LONGEST_TURN_MS;
    return isOver ? this.#endTurn() : undefined;
  }

  #endTurn(): number {
    const spokenMs = this.#speechMs;
    this.#runMs = this.#quietMs = this.#turnMs = this.#speechMs = 0;
    return spokenMs;
  }
}
