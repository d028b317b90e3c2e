// How long the visitor waits for the assistant's voice after each of their own turns. Works on edges of
// the two voices, which are told late and not always in order of time.

import { assertNever } from '../assert-never.ts';
import type { VoiceEdge } from './voice-activity.ts';

export type Voice = 'visitor' | 'assistant';

/** Times are milliseconds of one clock. */
export type VoiceEvent =
  | (VoiceEdge & { readonly voice: Voice })
  /** Both voices were listened to until here. */
  | { readonly type: 'listened'; readonly atMs: number }
  /** Some of a voice was missed: what was being measured with it is uncertain. */
  | { readonly type: 'missed'; readonly voice: Voice };

export interface TurnLatencyState {
  /** When the assistant was heard last; `untilMs` is infinite while it is. */
  readonly assistant: { readonly fromMs: number; readonly untilMs: number };
  readonly visitorFromMs: number;
  /** Since when the visitor waits for an answer. */
  readonly waitingSinceMs: number | null;
  /** The answer, as long as the visitor may turn out to have gone on before it. */
  readonly answer: { readonly atMs: number; readonly ms: number } | null;
}

/** The shortest sound that counts as the visitor's speech; it takes that long to be known for it. */
export const shortestSpeechMs = 200;
/** Whoever waits longer does not wait for an answer to what they said. */
const longestTurnMs = 30_000;

export const noTurnYet: TurnLatencyState = {
  assistant: { fromMs: -Infinity, untilMs: -Infinity },
  visitorFromMs: -Infinity,
  waitingSinceMs: null,
  answer: null,
};

export interface TurnLatencyStep {
  readonly state: TurnLatencyState;
  /** `null`: no turn has been measured. */
  readonly turnMs: number | null;
}

export function reduceTurnLatency(state: TurnLatencyState, event: VoiceEvent): TurnLatencyStep {
  if (event.type === 'listened') return listened(state, event.atMs);
  return { state: afterVoice(state, event), turnMs: null };
}

type Heard = Exclude<VoiceEvent, { type: 'listened' }>;

function afterVoice(state: TurnLatencyState, event: Heard): TurnLatencyState {
  const { voice } = event;
  switch (event.type) {
    case 'began':
      return voice === 'assistant'
        ? assistantBegan(state, event.atMs)
        : visitorBegan(state, event.atMs);
    case 'ended':
      if (voice === 'visitor') return visitorEnded(state, event.atMs);
      return { ...state, assistant: { ...state.assistant, untilMs: event.atMs } };
    case 'missed':
      return voice === 'assistant' ? noTurnYet : { ...state, waitingSinceMs: null, answer: null };
    default:
      return assertNever(event);
  }
}

/** The visitor goes on: what they said before needs no answer yet. */
function visitorBegan(state: TurnLatencyState, atMs: number): TurnLatencyState {
  const { answer } = state;
  const speaking = { ...state, visitorFromMs: atMs, waitingSinceMs: null };
  return answer && atMs >= answer.atMs ? speaking : { ...speaking, answer: null };
}

function visitorEnded(state: TurnLatencyState, atMs: number): TurnLatencyState {
  const { fromMs, untilMs } = state.assistant;
  if (fromMs > atMs) return answered(state, atMs, fromMs);
  // Both were talking; or the visitor's microphone has heard the assistant's voice die away.
  const alone = atMs - Math.max(untilMs, state.visitorFromMs) >= shortestSpeechMs;
  return { ...state, waitingSinceMs: alone ? atMs : null };
}

function assistantBegan(before: TurnLatencyState, atMs: number): TurnLatencyState {
  const state = { ...before, assistant: { fromMs: atMs, untilMs: Infinity } };
  const { waitingSinceMs } = before;
  return waitingSinceMs === null ? state : answered(state, waitingSinceMs, atMs);
}

function answered(state: TurnLatencyState, sinceMs: number, atMs: number): TurnLatencyState {
  const ms = atMs - sinceMs;
  const answer = ms > 0 && ms <= longestTurnMs ? { atMs, ms } : null;
  return { ...state, waitingSinceMs: null, answer };
}

function listened(state: TurnLatencyState, atMs: number): TurnLatencyStep {
  const { answer } = state;
  if (!answer || atMs < answer.atMs + shortestSpeechMs) return { state, turnMs: null };
  return { state: { ...state, answer: null }, turnMs: answer.ms };
}
