// Judges how calls end, which are refused, and what came, from observations alone.

import { endedEarly, framesOf, goodCheck, mapFrames, withCall } from './good-check.ts';
import { drop, first, is, refuse, testRows } from './judge-rows.ts';

testRows([
  [
    'cut-socket',
    'fail',
    /did not come back \(connection-lost\)/,
    'a lost call',
    first(({ events }) => ({
      events: [
        ...events.filter(({ atMs }) => atMs < 3500),
        { atMs: 4000, type: 'error', code: 'connection-lost' },
      ],
    })),
  ],
  [
    'cut-socket',
    'fail',
    /no sound followed/,
    'a silent return',
    first(({ sound }) => ({ sound: sound.filter(({ atMs }) => atMs < 4200) })),
  ],
  [
    'cut-socket',
    'fail',
    /no sound followed/,
    'sound of the old connection only',
    first(({ sound }) => ({
      sound: [
        ...sound.slice(2).map((note) => ({ ...note, packetsIn: 0 })),
        ...sound.map((note) => ({ ...note, connection: 1 })),
      ],
    })),
  ],
  [
    'hang-up',
    'fail',
    /ended by itself after 1.9 s: the other side hung up with CALL_REJECTED 21/,
    'an early end',
    first(endedEarly(1900)),
  ],
  [
    'hang-up',
    'skipped',
    /no way for its sound/,
    'a call without a way for its sound',
    first((call) => ({
      ...endedEarly(1900)(call),
      events: [
        ...call.events.filter(({ atMs }) => atMs < 1900),
        { atMs: 1900, type: 'error', code: 'connection-lost' },
        { atMs: 1900, type: 'state', state: 'failed' },
      ],
      sound: [],
    })),
  ],
  [
    'hang-up',
    'fail',
    /10 s/,
    'a call that stays',
    first(({ moments }) => ({ moments: { ...moments, 'hung-up': undefined } as object })),
  ],
  [
    'hang-up',
    'unknown',
    /not acknowledged/,
    'no reply to the goodbye',
    first(drop(is('telnyx_rtc.bye', 'result'))),
  ],
  [
    'hang-up',
    'fail',
    /socket stayed open/,
    'an open socket',
    first(() => ({ sockets: [{ beganAtMs: 0, openedAtMs: 5, closedAtMs: null }] })),
  ],
  [
    'second-call',
    'fail',
    /another conversation/,
    'another id',
    withCall(
      'second',
      mapFrames((frame) => ({
        ...frame,
        conversations: frame.conversations.map((found) => ({ ...found, id: 'other' })),
      })),
    ),
  ],
  [
    'second-call',
    'fail',
    /did not come about/,
    'no second call',
    withCall('second', () => ({ events: [{ atMs: 9, type: 'error', code: 'conversation-gone' }] })),
  ],
  [
    'second-call',
    'skipped',
    /no way for its sound/,
    'a call without a way for its sound',
    withCall('second', ({ events }) => ({
      events: [...events, { atMs: 900, type: 'error', code: 'connection-lost' }],
    })),
  ],
  [
    'second-call',
    'unknown',
    /no message named its conversation/,
    'no id',
    withCall(
      'second',
      drop(({ conversations }) => conversations.length > 0),
    ),
  ],
  [
    'made-up-id',
    'fail',
    /as if the conversation were there/,
    'a call',
    withCall('made-up', (call) => ({
      ...drop(is('telnyx_rtc.bye'))(call),
      events: call.events.slice(0, 2),
      moments: { 'hanging-up': 400 },
    })),
  ],
  [
    'made-up-id',
    'fail',
    /login is refused with -32001/,
    'a refused login',
    withCall('made-up', (call) => ({
      ...refuse(is('anonymous_login', 'result'))({ ...call, frames: call.frames.slice(0, 2) }),
      events: [{ atMs: 9, type: 'error', code: 'login-refused' }],
    })),
  ],
  [
    'made-up-id',
    'pass',
    /the call is refused with -32002/,
    'a refused call',
    withCall('made-up', (call) => ({
      ...refuse(is('telnyx_rtc.invite', 'result'), -32002)(call),
      events: call.events.filter(({ type }) => type !== 'start'),
    })),
  ],
  [
    'unknown-assistant',
    'fail',
    /was answered/,
    'a call',
    withCall('unknown-assistant', () => ({ events: goodCheck.calls.second?.events ?? [] })),
  ],
  [
    'unknown-assistant',
    'unknown',
    /not refused/,
    'no refusal',
    withCall('unknown-assistant', () => ({ frames: [] })),
  ],
  [
    'token-login',
    'fail',
    /token-failed/,
    'no token',
    withCall('token', () => ({ events: [{ atMs: 1, type: 'error', code: 'token-failed' }] })),
  ],
  [
    'token-login',
    'skipped',
    /No token-url/,
    'none given',
    { ...goodCheck, asked: { ...goodCheck.asked, byToken: false } },
  ],
  [
    'messages',
    'fail',
    /1 × ai_conversation surprise \(.*params\.gift\.inner/,
    'an unknown type',
    first(({ frames }) => ({
      frames: [
        ...frames,
        ...framesOf([
          [
            'server',
            {
              id: 'z',
              method: 'ai_conversation',
              params: { type: 'surprise', gift: { inner: 'secret words' } },
            },
          ],
        ]),
      ],
    })),
  ],
  [
    'messages',
    'fail',
    /no JSON-RPC/,
    'what is no message',
    first(({ frames }) => ({ frames: [...frames, ...framesOf([['server', { hello: 1 }]])] })),
  ],
]);
