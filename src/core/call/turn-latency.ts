// Measures how long the visitor waits for the assistant's voice after each turn. Works on the
// beginnings and ends of both voices, which are known late and not always in order of time. Pure.

import { assertNever } from '../assert-never.ts';
import type { VoiceEdge } from './voice-activity.ts';

export type Voice = 'visitor' | 'assistant';

/** All times are milliseconds of one clock. */
export type VoiceEvent =
  | (VoiceEdge & { readonly voice: Voice })
  /** Both voices have been listened to up to this time. */
  | { readonly type: 'listened'; readonly atMs: number }
  /** A part of a voice was not heard, so a measurement with it is uncertain. */
  | { readonly type: 'missed'; readonly voice: Voice };

export interface TurnLatencyState {
  /** When the assistant was last heard. `untilMs` is infinite while it speaks. */
  readonly assistant: { readonly fromMs: number; readonly untilMs: number };
  readonly visitorFromMs: number;
  /** When the visitor began to wait for an answer. */
  readonly waitingSinceMs: number | null;
  /**
   * A measured answer that may still turn out wrong: the visitor may have spoken again before it.
   */
  readonly answer: { readonly atMs: number; readonly ms: number } | null;
}

/** The shortest sound that counts as the visitor's speech. Speech is recognised after this time. */
export const shortestSpeechMs = 200;
/** A longer wait is not counted: the visitor is no longer waiting for that answer. */
const longestTurnMs = 30_000;

export const noTurnYet: TurnLatencyState = {
  assistant: { fromMs: -Infinity, untilMs: -Infinity },
  visitorFromMs: -Infinity,
  waitingSinceMs: null,
  answer: null,
};

export interface TurnLatencyStep {
  readonly state: TurnLatencyState;
  /** `null` if no turn has been measured. */
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

/** The visitor speaks again, so what they said before needs no answer yet. */
function visitorBegan(state: TurnLatencyState, atMs: number): TurnLatencyState {
  const { answer } = state;
  const speaking = { ...state, visitorFromMs: atMs, waitingSinceMs: null };
  return answer && atMs >= answer.atMs ? speaking : { ...speaking, answer: null };
}

function visitorEnded(state: TurnLatencyState, atMs: number): TurnLatencyState {
  const { fromMs, untilMs } = state.assistant;
  if (fromMs > atMs) return answered(state, atMs, fromMs);
  // No wait begins if both were talking, or if the microphone has only heard the assistant's voice
  // die away.
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
