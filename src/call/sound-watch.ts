// Looks again and again whether the visitor is heard and hears, by the state of microphone, player and packets:
// a call whose sound has stopped looks fine otherwise.

import type { CallPort } from '../contract/widget-port.ts';
import type { CallModel } from '../core/call/call-model.ts';
import {
  noTrouble,
  type SoundFacts,
  type SoundTrouble,
  watchSound,
} from '../core/call/sound-trouble.ts';
import { ignoreFailure } from '../core/ignore-failure.ts';
import type { Dialogue } from '../dialogue/dialogue.ts';
import { isStream } from '../platform/is-stream.ts';
import { steadyMs } from '../platform/schedule.ts';

/** The call whose sound is watched. */
export interface WatchedCall {
  readonly model: CallModel;
  readonly microphone: MediaStream | null;
  readonly sound: {
    isBlocked: boolean;
    readonly isTaken: boolean;
    readonly microphoneLost: boolean;
    play(): void;
  };
}

/** What is known of the sound elsewhere. */
interface Knowledge {
  readonly dialogue: Pick<Dialogue, 'entries' | 'sound' | 'turn'>;
  readonly waitingSinceMs: () => number | null;
  readonly limitMs: number;
}

const pollMs = 250;
/** Packets leave far more often. */
const stoppedMs = 500;
/** If the sound is paused, or taken away, this often within this time, somebody wants it so. */
const mostResumed = 3;
const resumedWithinMs = 10_000;

export class SoundWatch {
  readonly #port: CallPort;
  readonly #call: WatchedCall;
  readonly #knowledge: Knowledge;
  readonly #ended = new AbortController();
  #state = { ...noTrouble, atMs: steadyMs() };
  /** When the sound was made to play again lately. */
  #resumedAtMs: readonly number[] = [];
  /** At the last look, the sound was turned off or held back. */
  #wasOff = false;

  constructor(port: CallPort, call: WatchedCall, knowledge: Knowledge) {
    this.#port = port;
    this.#call = call;
    this.#knowledge = knowledge;
    const { signal } = this.#ended;
    const look = () => ignoreFailure(() => this.#look());
    look();
    const timer = setInterval(look, pollMs);
    signal.addEventListener('abort', () => clearInterval(timer));
    port.audio?.addEventListener('pause', () => this.#keepPlaying(), { signal });
  }

  get trouble(): SoundTrouble | null {
    return this.#state.trouble;
  }

  end(): void {
    this.#ended.abort();
    this.#state = noTrouble;
  }

  #look(): void {
    this.#keepPlaying();
    const { trouble } = this.#state;
    this.#state = watchSound(this.#state, this.#facts, this.#knowledge.limitMs);
    if (this.#state.trouble !== trouble) this.#port.requestUpdate();
  }

  get #facts(): SoundFacts {
    const { model, microphone, sound } = this.#call;
    const { dialogue, waitingSinceMs } = this.#knowledge;
    const isActive = model.state === 'active';
    // The visitor has been told already that the microphone is lost.
    const isWanted = isActive && !model.muted && !model.plan.listenOnly && !sound.microphoneLost;
    return {
      nowMs: steadyMs(),
      wantsToBeHeard: isWanted,
      isSending: givesSound(microphone) && !(isActive && model.mediaFlowing && this.#hasStopped),
      turn: dialogue.turn,
      words: dialogue.entries,
      waitingSinceMs: isActive ? waitingSinceMs() : null,
    };
  }

  get #hasStopped(): boolean {
    return (this.#knowledge.dialogue.sound?.sending.stoppedMs ?? 0) >= stoppedMs;
  }

  /** The system may pause it: for a phone call, when headphones are taken off, by a key. A script may take it. */
  #keepPlaying(): void {
    const { audio } = this.#port;
    const { sound } = this.#call;
    if (!audio) return;
    const { isTaken } = sound;
    if (!audio.paused && !isTaken) {
      const isOff = isTurnedOff(audio);
      if (isOff) sound.isBlocked = true;
      // What the system has paused, it may also resume. What was turned off may be turned on elsewhere.
      else if (this.#wasOff || this.#resumedAtMs.length > 0) sound.isBlocked = false;
      this.#wasOff = isOff;
      return;
    }
    this.#wasOff = sound.isBlocked;
    if (sound.isBlocked || !(audio.srcObject || isTaken)) return;
    const nowMs = steadyMs();
    const lately = this.#resumedAtMs.filter((atMs) => nowMs - atMs < resumedWithinMs);
    this.#resumedAtMs = [...lately, nowMs];
    if (lately.length < mostResumed) sound.play();
    else sound.isBlocked = true;
  }
}

/** If nothing is known of a microphone, it counts as giving sound, and the packets decide. */
function givesSound(microphone: MediaStream | null): boolean {
  try {
    const [track] = microphone?.getAudioTracks() ?? [];
    return !track || (track.readyState !== 'ended' && track.enabled && !track.muted);
  } catch {
    // A page may have put something of its own in the place of the track.
    return true;
  }
}

/** A page, or an extension of the browser, may turn off all that plays. */
function isTurnedOff({ muted, volume, srcObject }: HTMLAudioElement): boolean {
  const tracks = isStream(srcObject) ? srcObject.getAudioTracks() : [];
  return muted || volume === 0 || tracks.some(({ enabled }) => !enabled);
}
