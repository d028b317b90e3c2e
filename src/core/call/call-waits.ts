// What a call waits for, and how long at most. Waits are computed from the model, so no timer can
// be forgotten or outlive its state.

import type { CallErrorCode } from './call-error.ts';
import type { CallModel, LinkStep } from './call-model.ts';

export type Wait = LinkStep | 'microphone' | 'media' | 'reconnection' | 'restoration' | 'release';

/** A wait whose time is up in the course of things. */
export type Expected = 'pause' | 'release';

/** The upper limit of each wait, in milliseconds. */
export type WaitLimits = Readonly<Record<Wait | 'chat', number>> & {
  /** For a word of the assistant, once the visitor has spoken in a call; its default is in `sound-trouble.ts`. */
  readonly silence?: number;
};

export const defaultWaitLimitsMs: WaitLimits = {
  code: 15_000,
  microphone: 60_000,
  socket: 10_000,
  // All sessions that try it, with the pauses between them.
  login: 10_000,
  pause: 750,
  registration: 10_000,
  answer: 20_000,
  media: 8_000,
  reconnection: 30_000,
  restoration: 8_000,
  release: 4_000,
  // For each next word of an answer to what was typed without a call; ten times as long for all of it.
  chat: 60_000,
};

/** Timers cannot wait longer. */
export const longestWaitMs = 2 ** 31 - 1;

/** The page's limit, if a timer can wait so long; else the usual one. */
export function waitLimit(wantedMs: unknown, usualMs: number): number {
  const ms = wantedMs as number;
  return ms > 0 && ms <= longestWaitMs ? ms : usualMs;
}

/**
 * The error after a wait without a result. A release has none: when its time is up, the call ends
 * anyway.
 */
export const errorAfterWait: Readonly<Record<Exclude<Wait, Expected>, CallErrorCode>> = {
  code: 'load-failed',
  microphone: 'mic-denied',
  socket: 'gateway-unreachable',
  login: 'gateway-unreachable',
  registration: 'gateway-unreachable',
  answer: 'call-rejected',
  media: 'connection-lost',
  reconnection: 'connection-lost',
  restoration: 'connection-lost',
};

export function waitsOf(model: CallModel): readonly Wait[] {
  switch (model.state) {
    case 'preparing':
    case 'connecting':
      return [
        ...(model.link === null ? [] : [model.link]),
        ...(model.link === 'pause' ? (['login'] as const) : []),
        ...(model.microphoneOpen ? [] : (['microphone'] as const)),
      ];
    case 'active':
      return model.mediaFlowing ? [] : ['media'];
    case 'reconnecting':
      return [model.restoring ? 'restoration' : 'reconnection'];
    case 'ending':
      return ['release'];
    case 'idle':
    case 'ended':
    case 'failed':
      return [];
  }
}
