// What becomes of a call when something goes wrong: fault × moment, as data. The tests run it, and
// `npm run docs` writes it down for people (docs/faults.md).

import type { CallErrorCode } from '../../src/index.ts';

/**
 * `idle`: the pointer is on the launcher, the gateway connected ahead. `preparing`: the browser asks for
 * the microphone. `connecting`: before the gateway is ready. `ringing`: invited, not answered.
 */
export const moments = [
  'idle',
  'preparing',
  'connecting',
  'ringing',
  'active',
  'reconnecting',
  'ending',
] as const;

export type Moment = (typeof moments)[number];

/**
 * `call`: it comes up, or goes on, with sound. `unheard`: it goes on, and says that nobody hears the
 * visitor; `silenced`: that it is for want of sound from the microphone. `muted`: it goes on, and nothing is
 * heard of the visitor. `answered`: as `call`, and the tool's answer arrives once. `held back`: it goes on, and the
 * visitor hears it after a tap. `none`: there is no call, and the launcher. A code: it failed, with that code's
 * sentence and a way out. At `idle` the visitor clicks after the fault.
 */
export type Outcome =
  | 'call'
  | 'unheard'
  | 'silenced'
  | 'muted'
  | 'answered'
  | 'held back'
  | 'none'
  | 'ended by visitor'
  | 'ended by assistant'
  | 'ended by page'
  | CallErrorCode;

export interface Fault {
  readonly name: string;
  /** Who does it: see `strikes.ts`. */
  readonly strike: string;
  /** Of the scenario at the gateway. */
  readonly options: string;
  /** `null`: it cannot happen then. */
  readonly outcomes: Readonly<Record<Moment, Outcome | null>>;
}

type Outcomes = readonly [
  idle: Outcome | null,
  preparing: Outcome | null,
  connecting: Outcome | null,
  ringing: Outcome | null,
  active: Outcome | null,
  reconnecting: Outcome | null,
  ending: Outcome | null,
];

function fault(name: string, strike: string, outcomes: Outcomes, options = ''): Fault {
  const [idle, preparing, connecting, ringing, active, reconnecting, ending] = outcomes;
  return {
    name,
    strike,
    options,
    outcomes: { idle, preparing, connecting, ringing, active, reconnecting, ending },
  };
}

const [on, bye] = ['call', 'ended by visitor'] as const;
const lost = 'connection-lost';
const unreachable = 'gateway-unreachable';
const rejected = 'call-rejected';
const left = 'ended by page';
const [silenced, held] = ['silenced', 'held back'] as const;
const [muted, answered] = ['muted', 'answered'] as const;
const everywhere: Outcomes = [on, on, on, on, on, on, bye];

export const faults: readonly Fault[] = [
  fault('The socket is cut, once', 'cut', [on, on, on, on, on, null, bye]),
  fault(
    'The socket is cut, and none is let in again',
    'cut',
    [on, unreachable, unreachable, rejected, lost, null, bye],
    'reconnect=refuse',
  ),
  fault('The socket goes silent', 'silence', [
    rejected,
    rejected,
    rejected,
    rejected,
    on,
    null,
    bye,
  ]),
  fault('The gateway closes the session (punt)', 'punt', [on, lost, lost, lost, lost, null, bye]),
  fault('The assistant hangs up', 'bye', [
    null,
    null,
    null,
    rejected,
    'ended by assistant',
    null,
    bye,
  ]),
  fault('The assistant is busy (USER_BUSY)', 'busy', [
    null,
    null,
    null,
    rejected,
    'ended by assistant',
    null,
    bye,
  ]),
  fault('The media connection fails (ICE)', 'lose-media', [
    null,
    null,
    null,
    null,
    lost,
    null,
    null,
  ]),
  fault(
    'The login is refused once with -32001, and after a cut once more',
    'cut',
    [on, on, on, on, on, null, bye],
    'login-refused-times=1.return-refused-times=1',
  ),
  fault('Somebody else calls', 'others-call', everywhere),
  fault('The answer comes twice', 'answer-again', everywhere, 'answer-twice=same'),
  fault('Frames name no call, or none that is there', 'name-no-call', everywhere),
  fault('Frames have no method, or an unknown one', 'unknown-methods', everywhere),
  fault('A thousand messages come at once', 'burst', everywhere),
  fault('A tool is called, and the call of it repeated', 'call-tool', [
    answered,
    answered,
    answered,
    answered,
    answered,
    answered,
    null,
  ]),
  fault('Messages are odd: marks, strange ids, some deleted', 'odd-messages', everywhere),
  fault(
    'The visitor is offline',
    'offline',
    ['offline', 'offline', 'offline', 'offline', lost, lost, bye],
    // The socket is cut a little before the browser is offline: nothing gets through in between.
    'reconnect=refuse',
  ),
  fault('The visitor is offline, and back', 'offline-and-back', [on, on, on, on, on, on, bye]),
  fault('The microphone is unplugged', 'unplug', [null, null, on, on, on, on, bye]),
  fault('The permission for the microphone is taken back', 'revoke', [
    'mic-denied',
    'mic-denied',
    'mic-denied',
    'mic-denied',
    'unheard',
    'unheard',
    bye,
  ]),
  fault('The microphone is silenced by a switch, or by the system', 'silence-microphone', [
    'silenced',
    'silenced',
    'silenced',
    'silenced',
    'silenced',
    'silenced',
    bye,
  ]),
  fault('The microphone is silenced for two seconds', 'silence-for-a-while', everywhere),
  fault('The microphone has ended, and no event tells of it', 'end-microphone', [
    silenced,
    silenced,
    silenced,
    silenced,
    silenced,
    silenced,
    bye,
  ]),
  fault('The system pauses the sound', 'pause-sound', [null, on, on, on, on, on, bye]),
  fault('The browser holds the sound back', 'hold-back-sound', [
    held,
    held,
    held,
    held,
    held,
    held,
    bye,
  ]),
  fault('A device goes, and the browser tells it thirty times', 'change-devices', everywhere),
  fault('The browser has only what opens a microphone', 'bare-devices', everywhere),
  fault('The tab is hidden', 'hide', [on, on, on, on, on, on, bye]),
  fault('The page goes into the back/forward cache, and is back', 'page-cache', [
    on,
    left,
    left,
    left,
    left,
    left,
    bye,
  ]),
  fault('The laptop sleeps for three hours', 'sleep', [on, on, on, on, on, on, bye]),
  fault('The clock is set back by an hour', 'set-clock-back', everywhere),
  fault('The element is moved', 'move', [on, on, on, on, on, on, bye]),
  fault('The element is removed', 'remove', ['none', left, left, left, left, left, bye]),
  fault('The attributes change', 'reconfigure', [on, on, on, on, on, on, bye]),
  fault('The page calls as well', 'call-twice', [on, on, on, on, on, on, on]),
  fault('The page mutes', 'mute', [muted, muted, muted, muted, muted, muted, bye]),
  fault('The page hangs up', 'page-hangs-up', ['none', left, left, left, left, left, bye]),
  fault("The page's own event handlers throw", 'throw', [on, on, on, on, on, on, bye]),
  fault('Another tab calls the same assistant', 'other-tab', [
    'busy-elsewhere',
    on,
    on,
    on,
    on,
    on,
    bye,
  ]),
];
