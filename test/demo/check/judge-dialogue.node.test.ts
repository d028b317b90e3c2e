// Judges what is said, typed and asked in a call, from observations alone.

import { endedEarly, mapFrames } from './good-check.ts';
import { drop, first, is, isSaid, refuse, testRows } from './judge-rows.ts';

testRows([
  [
    'assistant-words',
    'fail',
    /none of these held its words: chat.delta/,
    'another vocabulary',
    first((call) => ({
      ...mapFrames((frame) =>
        isSaid(frame) && !frame.settings ? { ...frame, type: 'chat.delta' } : frame,
      )(call),
      events: call.events.filter(({ type }) => type !== 'words'),
    })),
  ],
  [
    'assistant-words',
    'fail',
    /no message came/,
    'no messages',
    first((call) => ({
      ...drop(isSaid)(call),
      events: call.events.filter(({ type }) => type !== 'words'),
    })),
  ],
  [
    'visitor-words',
    'unknown',
    /Nothing was said/,
    'a silent visitor',
    first(({ events, sound }) => ({
      events: events.filter((event) => event.type !== 'words' || event.role !== 'user'),
      sound: sound.map((note) => ({ ...note, levelOut: 0 })),
    })),
  ],
  [
    'visitor-words',
    'fail',
    /no message came with the visitor/,
    'no transcription',
    first(({ events }) => ({
      events: events.filter((event) => event.type !== 'words' || event.role !== 'user'),
    })),
  ],
  [
    'visitor-words',
    'fail',
    /no message came with the visitor/,
    'a typed message alone, which is shown when it is sent',
    first(({ events }) => ({
      events: events.map((event) =>
        event.type === 'words' && event.role === 'user' ? { ...event, atMs: 2000 } : event,
      ),
    })),
  ],
  [
    'typed-text',
    'fail',
    /refused, not echoed/,
    'a refusal',
    first((call) => ({
      ...refuse(is('ai_conversation', 'result'))({
        ...call,
        ...drop((frame) => isSaid(frame) && frame.item?.role === 'user')(call),
      }),
    })),
  ],
  [
    'typed-text',
    'fail',
    /not sent/,
    'a message that was not sent',
    first(drop(({ from, method }) => from === 'page' && method === 'ai_conversation')),
  ],
  [
    'typed-text',
    'pass',
    /not acknowledged, echoed with another id/,
    'no acknowledgement',
    first((call) => ({
      ...drop(is('ai_conversation', 'result'))({
        ...call,
        ...mapFrames((frame) =>
          isSaid(frame) && frame.item ? { ...frame, item: { ...frame.item, id: 'other' } } : frame,
        )(call),
      }),
    })),
  ],
  [
    'tool',
    'fail',
    /handler_error/,
    'a failed tool',
    first(({ events }) => ({
      events: events.map((event) =>
        event.type === 'tool'
          ? { ...event, status: 'failed' as const, reason: 'handler_error' }
          : event,
      ),
    })),
  ],
  [
    'tool',
    'fail',
    /and did not/,
    'a tool that was not used',
    first((call) => ({
      ...drop(({ item }) => item?.type === 'function_call')(call),
      events: call.events.filter(({ type }) => type !== 'tool'),
    })),
  ],
  [
    'tool',
    'fail',
    /did not act on it/,
    'a call that the widget does not read',
    first((call) => ({ events: call.events.filter(({ type }) => type !== 'tool') })),
  ],
  [
    'tool',
    'skipped',
    /No tool was named/,
    'no tool',
    first((call) => ({
      ...drop(({ item }) => item?.type === 'function_call')(call),
      events: call.events.filter(({ type }) => type !== 'tool'),
      moments: { ...call.moments, 'asked-for-tool': undefined } as object,
    })),
  ],
  [
    'conversation-id',
    'fail',
    /No message named/,
    'no id',
    first((call) => ({
      ...drop(({ conversations }) => conversations.length > 0)(call),
      events: call.events.filter(({ type }) => type !== 'conversation'),
    })),
  ],
  [
    'conversation-id',
    'fail',
    /where the widget does not look: hello: params.deep.conversation_id/,
    'an id elsewhere',
    first((call) => ({
      ...mapFrames((frame) =>
        frame.conversations.length > 0
          ? {
              ...frame,
              type: 'hello',
              conversations: [{ place: 'params.deep.conversation_id', id: 'x' }],
            }
          : frame,
      )(call),
      events: call.events.filter(({ type }) => type !== 'conversation'),
    })),
  ],
  [
    'support-ids',
    'fail',
    /call_control_id none/,
    'no id',
    first(({ events }) => ({
      events: events.map((event) =>
        event.type === 'start' ? { ...event, ids: { ...event.ids, callControlId: null } } : event,
      ),
    })),
  ],
  [
    'visitor-words',
    'skipped',
    /over before/,
    'an early end',
    first((call) => {
      const ended = { ...call, ...endedEarly(700)(call) };
      return { ...ended, moments: {} };
    }),
  ],
  [
    'speech-marks',
    'fail',
    /left in 1 of/,
    'marks in the text',
    first(({ events }) => ({
      events: events.map((event) =>
        event.type === 'words' && event.atMs === 400 ? { ...event, hasMarks: true } : event,
      ),
    })),
  ],
  [
    'speech-marks',
    'unknown',
    /No message/,
    'no marks',
    first(mapFrames((frame) => ({ ...frame, hasMarks: false }))),
  ],
]);
