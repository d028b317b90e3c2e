// Judges the way to a call, and its sound, from observations alone.

import type { SoundNote } from '../../../demo/check/observations.ts';
import { framesOf, mapFrames } from './good-check.ts';
import { drop, first, is, onPage, refuse, silent, testRows } from './judge-rows.ts';

const blocked = (note: SoundNote) => ({ ...note, packetsIn: 0, packetsOut: 0, path: null });

testRows([
  ['browser', 'fail', /not served over https/, 'an insecure page', onPage({ isSecure: false })],
  [
    'browser',
    'fail',
    /lacks RTCPeerConnection/,
    'an old browser',
    onPage({ missing: ['RTCPeerConnection'] }),
  ],
  ['browser', 'fail', /Permissions-Policy/, 'a policy', onPage({ isMicrophoneAllowed: false })],
  [
    'browser',
    'fail',
    /NotAllowedError/,
    'a refused microphone',
    onPage({ microphoneError: 'NotAllowedError' }),
  ],
  ['browser', 'fail', /offline/, 'no network', onPage({ isOnline: false })],
  [
    'code',
    'fail',
    /code of a call was not/,
    'no chunks',
    first(() => ({ events: [{ atMs: 1, type: 'error', code: 'load-failed' }] })),
  ],
  ['code', 'fail', /before a socket was opened/, 'nothing happens', first(() => ({ sockets: [] }))],
  [
    'code',
    'fail',
    /Another tab/,
    'a call elsewhere',
    first(() => ({ sockets: [], events: [{ atMs: 1, type: 'error', code: 'busy-elsewhere' }] })),
  ],
  [
    'signaling',
    'fail',
    /Content-Security-Policy/,
    'a policy',
    first(() => ({ sockets: [], isBlockedByPolicy: true })),
  ],
  [
    'signaling',
    'fail',
    /1 tried/,
    'a firewall',
    first(() => ({ sockets: [{ beganAtMs: 0, openedAtMs: null, closedAtMs: 3 }] })),
  ],
  [
    'login',
    'fail',
    /2 times: 2 × -32001/,
    'a refusal',
    first(refuse(is('anonymous_login', 'result'))),
  ],
  [
    'login',
    'fail',
    /-32000 authentication required/,
    'another code',
    first(refuse(is('anonymous_login', 'result'), -32000, 'authentication required')),
  ],
  ['login', 'fail', /said nothing else/, 'silence', first(drop(({ from }) => from === 'server'))],
  [
    'login',
    'fail',
    /but sent \d+ other messages/,
    'a stranger',
    first(drop(is('anonymous_login', 'result'))),
  ],
  [
    'login',
    'pass',
    /after 2 refusals that passed/,
    'a transient refusal',
    first(({ frames }) => ({
      frames: [
        ...framesOf(
          [0, 1].flatMap((n) => [
            ['page', { id: `t${n}`, method: 'anonymous_login', params: {} }] as const,
            [
              'server',
              { id: `t${n}`, error: { code: -32001, message: 'Login Incorrect' } },
            ] as const,
          ]),
          -100,
        ),
        ...frames,
      ],
    })),
  ],
  [
    'ready',
    'fail',
    /sent no clientReady/,
    'no clientReady',
    first(
      mapFrames((frame) =>
        (frame.atMs < 60 && !is('anonymous_login')(frame)) || is('telnyx_rtc.invite')(frame)
          ? null
          : {
              ...frame,
              gatewayState: null,
              method: frame.method === 'telnyx_rtc.clientReady' ? 'other' : frame.method,
            },
      ),
    ),
  ],
  [
    'ready',
    'fail',
    /gateway states: TRYING/,
    'another state',
    first(
      mapFrames((frame) =>
        is('telnyx_rtc.invite')(frame)
          ? null
          : { ...frame, gatewayState: frame.gatewayState && 'TRYING' },
      ),
    ),
  ],
  ['settings', 'unknown', /no settings/, 'none', first(drop(({ settings }) => settings !== null))],
  [
    'settings',
    'fail',
    /does not read them there/,
    'another place',
    first(
      mapFrames((frame) => ({
        ...frame,
        settings: frame.settings && { ...frame.settings, place: 'look', isRead: false },
      })),
    ),
  ],
  [
    'answered',
    'fail',
    /refused: -32002/,
    'a refused call',
    first((call) => ({
      ...refuse(is('telnyx_rtc.invite', 'result'), -32002, 'other words')(call),
      events: [],
    })),
  ],
  [
    'answered',
    'fail',
    /No answer came within 10.0 s: it failed with call-rejected/,
    'no answer',
    first((call) => ({
      ...drop(is('telnyx_rtc.answer'))(call),
      events: [{ atMs: 10_070, type: 'error', code: 'call-rejected' }],
    })),
  ],
  [
    'answered',
    'fail',
    /never up/,
    'an answer in vain',
    first(() => ({ events: [{ atMs: 9, type: 'error', code: 'connection-lost' }] })),
  ],
  [
    'sound-in',
    'fail',
    /way for the sound was found, and no packet came/,
    'no packets',
    first(({ sound }) => ({ sound: sound.map((note) => ({ ...note, packetsIn: 0, ...silent })) })),
  ],
  [
    'sound-in',
    'fail',
    /No way for the sound was found/,
    'a firewall',
    first(({ sound }) => ({ sound: sound.map(blocked) })),
  ],
  [
    'sound-in',
    'fail',
    /all were silent/,
    'silence',
    first(({ sound }) => ({ sound: sound.map((note) => ({ ...note, ...silent })) })),
  ],
  ['sound-in', 'unknown', /no statistics/, 'no statistics', first(() => ({ sound: [] }))],
  [
    'sound-out',
    'fail',
    /way for the sound was found, and no packet left/,
    'no packets',
    first(({ sound }) => ({ sound: sound.map((note) => ({ ...note, packetsOut: 0 })) })),
  ],
  [
    'sound-out',
    'fail',
    /No way for the sound was found/,
    'a firewall',
    first(({ sound }) => ({ sound: sound.map(blocked) })),
  ],
  [
    'sound-out',
    'unknown',
    /only silence/,
    'a silent microphone',
    first(({ sound }) => ({ sound: sound.map((note) => ({ ...note, levelOut: 0 })) })),
  ],
  [
    'trickle-ice',
    'fail',
    /refused 1/,
    'refused candidates',
    first(refuse(is('telnyx_rtc.candidate', 'result'))),
  ],
  [
    'trickle-ice',
    'fail',
    /followed/,
    'no way for the sound',
    first(({ sound }) => ({ sound: sound.map((note) => ({ ...note, path: null })) })),
  ],
  [
    'trickle-ice',
    'unknown',
    /No candidate/,
    'no candidates',
    first(drop(is('telnyx_rtc.candidate'))),
  ],
]);
