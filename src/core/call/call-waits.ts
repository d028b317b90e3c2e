// What a call is waiting for, and for how long at most. Waits are a function of the model, so no
// timer can be forgotten or outlive its state.

import type { CallErrorCode } from './call-error.ts';
import type { CallModel, LinkStep } from './call-model.ts';

export type Wait = LinkStep | 'microphone' | 'media' | 'reconnection' | 'restoration' | 'release';

/** Upper limit of each wait, in milliseconds. */
export type WaitLimits = Readonly<Record<Wait | 'chat', number>>;

export const defaultWaitLimitsMs: WaitLimits = {
  code: 15_000,
  microphone: 60_000,
  socket: 10_000,
  login: 10_000,
  registration: 10_000,
  answer: 20_000,
  media: 8_000,
  reconnection: 30_000,
  restoration: 8_000,
  release: 4_000,
  // For each next word of a typed answer.
  chat: 60_000,
};

/** What it means when a wait is over without result. A release that drags on is simply left behind. */
export const errorAfterWait: Readonly<Record<Exclude<Wait, 'release'>, CallErrorCode>> = {
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
