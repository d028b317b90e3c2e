// A check that went well in every step, as data, and what tests change of it.

import type { EventNote } from '../../../demo/check/event-note.ts';
import type { FrameNote } from '../../../demo/check/frame-note.ts';
import { FrameReader } from '../../../demo/check/observe/frame-reader.ts';
import type { CallName, CallNotes, Observations } from '../../../demo/check/observations.ts';
import type { ReplyNote } from '../../../demo/check/site-notes.ts';

export const conversationId = '5b0c7c1e-2d7a-4a5e-9c52-1f9a7a3f4b10';
const typedId = '7a1f5f0e-5f0e-4d5e-8d5e-aaaabbbbcccc';
const madeUpId = '00c1d2e3-0000-4000-8000-aaaaaaaaaaaa';
const callID = 'call-1';

/** A frame and who sent it. Each is noted 10 ms after the one before. */
type Line = readonly [from: 'page' | 'server', frame: object];

const server = (method: string, params: object): Line => [
  'server',
  { id: `s-${method}`, method, params },
];
const said = (params: object): Line => server('ai_conversation', params);
const page = (id: string, method: string, params: object): Line => ['page', { id, method, params }];
const result = (id: string, content: object = {}): Line => ['server', { id, result: content }];
const refusal = (id: string, code: number, message: string): Line => [
  'server',
  { id, error: { code, message } },
];

const login: readonly Line[] = [
  page('p1', 'anonymous_login', { target_type: 'ai_assistant', target_id: 'assistant-1' }),
  result('p1', { message: 'logged in', sessid: 'x' }),
  server('telnyx_rtc.clientReady', { reattached_sessions: [] }),
  page('p2', 'telnyx_rtc.gatewayState', {}),
  result('p2', { params: { state: 'REGED' } }),
];

const answeredIn = (id: string): readonly Line[] => [
  page('p3', 'telnyx_rtc.invite', { sdp: 'v=0\r\n', dialogParams: { callID } }),
  result('p3', { message: 'CALL CREATED', callID }),
  page('p4', 'telnyx_rtc.candidate', { candidate: 'candidate:1' }),
  result('p4'),
  server('telnyx_rtc.ringing', { callID, telnyx_call_control_id: 'v3:abcdefgh' }),
  server('telnyx_rtc.answer', { callID, sdp: 'v=0\r\na=candidate:1\r\n' }),
  said({ type: 'session.created', session: { conversation_id: id } }),
];
const answered = answeredIn(conversationId);

const settings = said({
  type: 'widget_settings',
  widget_settings: { theme: 'dark', client_tools: [{ name: 'open_page', timeout_ms: 5000 }] },
});

const conversation: readonly Line[] = [
  said({ type: 'response.created', response: { id: 'r1' } }),
  said({
    type: 'response.text.delta',
    delta: 'Hello [laughter] there',
    item_id: 'r1',
    response_id: 'r1',
  }),
  said({ type: 'response.text.done', text: 'Hello', item_id: 'r1', response_id: 'r1' }),
  said({ type: 'response.done', response: { id: 'r1', status: 'completed' } }),
];

const typed: readonly Line[] = [
  page('p5', 'ai_conversation', {
    type: 'conversation.item.create',
    item: { id: 'i1', type: 'message', role: 'user', content: [{ text: 'secret words' }] },
  }),
  result('p5'),
  said({
    type: 'conversation.item.created',
    item: { id: 'i1', type: 'message', role: 'user', content: 'secret words' },
  }),
  said({
    type: 'conversation.item.created',
    item: { id: 'f1', type: 'function_call', call_id: 'c1', name: 'open_page', arguments: '{}' },
  }),
  page('p6', 'ai_conversation', {
    item: { type: 'function_call_output', call_id: 'c1', output: 'x' },
  }),
];

const back: readonly Line[] = [
  page('p7', 'anonymous_login', { target_id: 'assistant-1', reconnection: true }),
  result('p7', { message: 'logged in' }),
  server('telnyx_rtc.clientReady', { reattached_sessions: [callID] }),
  server('telnyx_rtc.attach', { callID, sdp: 'v=0' }),
];

const goodbye: readonly Line[] = [
  page('p8', 'telnyx_rtc.bye', { callID, cause: 'NORMAL_CLEARING', causeCode: 16 }),
  result('p8', { message: 'CALL ENDED' }),
];

const ids = {
  callControlId: 'v3:abcdefghijkl',
  callSessionId: 'session-id-long',
  region: 'us-east',
  dc: 'ch1',
};

const state = (atMs: number, name: 'active' | 'reconnecting' | 'ended' | 'failed'): EventNote => ({
  atMs,
  type: 'state',
  state: name,
});
const start = (atMs: number): EventNote => ({ atMs, type: 'start', ids, resumed: false });
const words = (atMs: number, role: 'user' | 'assistant'): EventNote => {
  const text = { isFinal: true, isEmpty: false, hasMarks: false };
  return { atMs, type: 'words', role, entryId: `${role}-${atMs}`, ...text };
};

/** Notes the lines, each 10 ms after the one before. */
export function framesOf(lines: readonly Line[], fromMs = 0): FrameNote[] {
  let nowMs = fromMs;
  const reader = new FrameReader(() => nowMs);
  return lines.map(([from, frame]) => {
    nowMs += 10;
    const isServers = from === 'server';
    return reader.read(
      from,
      JSON.stringify({ jsonrpc: '2.0', ...frame, ...(isServers && { voice_sdk_id: 'v' }) }),
    );
  });
}

const quiet: CallNotes = {
  beganAtMs: 0,
  moments: {},
  events: [],
  frames: [],
  sockets: [{ beganAtMs: 0, openedAtMs: 5, closedAtMs: 9000 }],
  sound: [],
  isBlockedByPolicy: false,
  conversationId: null,
};

const first: CallNotes = {
  ...quiet,
  moments: {
    'asked-to-speak': 800,
    typed: 2000,
    'asked-for-tool': 2060,
    cut: 3000,
    'hanging-up': 5000,
    'hung-up': 5040,
  },
  events: [
    state(200, 'active'),
    start(200),
    { atMs: 205, type: 'conversation', id: conversationId, source: 'gateway' },
    words(400, 'assistant'),
    words(1800, 'user'),
    words(2030, 'assistant'),
    { atMs: 2070, type: 'tool', status: 'started', reason: null },
    { atMs: 2080, type: 'tool', status: 'completed', reason: null },
    state(3010, 'reconnecting'),
    state(4000, 'active'),
    state(5030, 'ended'),
    { atMs: 5035, type: 'end', reason: 'page' },
  ],
  frames: [
    ...framesOf([...login.slice(0, 3), settings, ...login.slice(3), ...answered, ...conversation]),
    ...framesOf(typed, 2000),
    ...framesOf(back, 3500),
    ...framesOf(goodbye, 5000),
  ],
  sound: [500, 1500, 4100, 4500].map((atMs) => ({
    atMs,
    connection: atMs < 3000 ? 1 : 2,
    packetsIn: atMs / 20,
    packetsOut: atMs / 20,
    levelIn: 0.4,
    levelOut: 0.3,
    path: 'host to relay over udp',
  })),
};

const reply: ReplyNote = {
  method: 'POST',
  beganAtMs: 0,
  repliedAtMs: 120,
  status: 200,
  mediaType: 'text/event-stream',
  isRedirected: false,
  failure: null,
  fields: [],
  events: {},
};

export const goodCheck: Observations = {
  page: {
    ms: 50,
    isSecure: true,
    missing: [],
    isOnline: true,
    isMicrophoneAllowed: true,
    microphoneError: null,
  },
  code: { ms: 300 },
  asked: { isTelnyx: true, tool: 'open_page', byToken: true, conversation: true, chat: true },
  site: {
    lookUp: {
      reply: { ...reply, mediaType: 'application/json', fields: ['conversation_id'] },
      id: conversationId,
    },
    chat: {
      reply: { ...reply, events: { conversation: 1, delta: 8, done: 1 } },
      end: 'done',
      wordsAtMs: 400,
      endedAtMs: 900,
      conversationId: typedId,
      history: {
        reply: { ...reply, method: 'GET', mediaType: 'application/json', fields: ['[].role'] },
        messages: 2,
        hasTyped: true,
      },
    },
  },
  isCutShort: false,
  calls: {
    first,
    second: {
      ...quiet,
      conversationId,
      events: [state(100, 'active'), start(100), words(300, 'assistant')],
      frames: framesOf([...login, ...answered]),
      moments: { 'hanging-up': 900, 'hung-up': 950 },
    },
    'made-up': {
      ...quiet,
      conversationId: madeUpId,
      events: [
        state(100, 'active'),
        start(100),
        { atMs: 300, type: 'error', code: 'conversation-gone' },
        state(300, 'failed'),
        { atMs: 300, type: 'end', reason: 'error' },
      ],
      frames: framesOf([
        ...login,
        ...answered.slice(0, -1),
        server('telnyx_rtc.bye', { callID, cause: 'NORMAL_CLEARING', causeCode: 16 }),
      ]),
    },
    'unknown-assistant': {
      ...quiet,
      events: [{ atMs: 60, type: 'error', code: 'login-refused' }, state(60, 'failed')],
      frames: framesOf([
        page('p1', 'anonymous_login', { target_id: 'assistant-0' }),
        refusal('p1', -32001, 'Login Incorrect'),
      ]),
    },
    typed: {
      ...quiet,
      conversationId: typedId,
      events: [state(100, 'active'), start(100), words(300, 'assistant')],
      frames: framesOf([...login, ...answeredIn(typedId)]),
      moments: { 'hanging-up': 900, 'hung-up': 950 },
    },
    token: {
      ...quiet,
      events: [state(100, 'active'), start(100)],
      frames: framesOf([
        page('p1', 'login', { login_token: 'a.b.c' }),
        result('p1', { message: 'logged in' }),
      ]),
      moments: { 'hanging-up': 900, 'hung-up': 950 },
    },
  },
};

/** The good check with one call changed. */
export function withCall(
  name: CallName,
  change: (call: CallNotes) => Partial<CallNotes>,
): Observations {
  const call = goodCheck.calls[name] ?? quiet;
  return { ...goodCheck, calls: { ...goodCheck.calls, [name]: { ...call, ...change(call) } } };
}

/** A call whose frames are changed one by one; those that become nothing are left out. */
export function mapFrames(
  change: (frame: FrameNote) => FrameNote | null,
): (call: CallNotes) => Partial<CallNotes> {
  return ({ frames }) => ({ frames: frames.flatMap((frame) => change(frame) ?? []) });
}

/** A call that the other side ended before the check did. */
export function endedEarly(atMs: number): (call: CallNotes) => Partial<CallNotes> {
  return ({ events, frames, sound }) => ({
    moments: {},
    events: [
      ...events.filter((event) => event.atMs < atMs),
      state(atMs, 'ended'),
      { atMs, type: 'end', reason: 'assistant' },
    ],
    frames: [
      ...frames.filter((frame) => frame.atMs < atMs),
      ...framesOf(
        [server('telnyx_rtc.bye', { callID, cause: 'CALL_REJECTED', causeCode: 21 })],
        atMs,
      ),
    ],
    sound: sound.filter((note) => note.atMs < atMs),
  });
}
