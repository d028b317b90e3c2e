// How long the visitor waits for the assistant's voice: after the click, and after each of their own
// turns. Works on edges of the two voices, which are told late and not always in order of time.

import { assertNever } from './assert-never.ts';
import type { VoiceEdge } from './voice-activity.ts';

export type Voice = 'visitor' | 'assistant';

/** Times are milliseconds of one clock. */
export type VoiceEvent =
  | (VoiceEdge & { readonly voice: Voice })
  /** Both voices were listened to until here. */
  | { readonly type: 'listened'; readonly atMs: number }
  /** Some of a voice was missed: what was being measured with it is uncertain. */
  | { readonly type: 'missed'; readonly voice: Voice };

export interface Latency {
  /** From the click, or from the end of the visitor's speech, to the assistant's first audible sound. */
  readonly kind: 'start' | 'turn';
  readonly ms: number;
}

export interface LatencyState {
  /** `null` once the start is measured. */
  readonly clickedAtMs: number | null;
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

export function beginLatency(clickedAtMs: number | null): LatencyState {
  const assistant = { fromMs: -Infinity, untilMs: -Infinity };
  return { clickedAtMs, assistant, visitorFromMs: -Infinity, waitingSinceMs: null, answer: null };
}

export interface LatencyStep {
  readonly state: LatencyState;
  readonly measured: Latency | null;
}

export function reduceLatency(state: LatencyState, event: VoiceEvent): LatencyStep {
  switch (event.type) {
    case 'began':
      if (event.voice === 'assistant') return answerBegan(state, event.atMs);
      return still(visitorBegan(state, event.atMs));
    case 'ended':
      if (event.voice === 'visitor') return still(visitorEnded(state, event.atMs));
      return still({ ...state, assistant: { ...state.assistant, untilMs: event.atMs } });
    case 'listened':
      return listened(state, event.atMs);
    case 'missed':
      if (event.voice === 'assistant') return still(beginLatency(null));
      return still({ ...state, waitingSinceMs: null, answer: null });
    default:
      return assertNever(event);
  }
}

function still(state: LatencyState): LatencyStep {
  return { state, measured: null };
}

/** The visitor goes on: what they said before needs no answer yet. */
function visitorBegan(state: LatencyState, atMs: number): LatencyState {
  const { answer } = state;
  const speaking = { ...state, visitorFromMs: atMs, waitingSinceMs: null };
  return answer && atMs >= answer.atMs ? speaking : { ...speaking, answer: null };
}

function visitorEnded(state: LatencyState, atMs: number): LatencyState {
  const { fromMs, untilMs } = state.assistant;
  if (fromMs > atMs) return answered(state, atMs, fromMs);
  // Both were talking; or the visitor's microphone has heard the assistant's voice die away.
  const alone = atMs - Math.max(untilMs, state.visitorFromMs) >= shortestSpeechMs;
  return { ...state, waitingSinceMs: alone ? atMs : null };
}

function answerBegan(before: LatencyState, atMs: number): LatencyStep {
  const heard = { ...before, clickedAtMs: null, assistant: { fromMs: atMs, untilMs: Infinity } };
  const { clickedAtMs, waitingSinceMs } = before;
  const state = waitingSinceMs === null ? heard : answered(heard, waitingSinceMs, atMs);
  if (clickedAtMs === null) return still(state);
  return { state, measured: { kind: 'start', ms: atMs - clickedAtMs } };
}

function answered(state: LatencyState, sinceMs: number, atMs: number): LatencyState {
  const ms = atMs - sinceMs;
  const answer = ms > 0 && ms <= longestTurnMs ? { atMs, ms } : null;
  return { ...state, waitingSinceMs: null, answer };
}

function listened(state: LatencyState, atMs: number): LatencyStep {
  const { answer } = state;
  if (!answer || atMs < answer.atMs + shortestSpeechMs) return still(state);
  return { state: { ...state, answer: null }, measured: { kind: 'turn', ms: answer.ms } };
}
