// Judges the site's own endpoints, from observations alone.

import type { Observations } from '../../../demo/check/observations.ts';
import type {
  ChatNotes,
  HistoryNotes,
  LookUpNotes,
  ReplyNote,
} from '../../../demo/check/site-notes.ts';
import { goodCheck, mapFrames, withCall } from './good-check.ts';
import { drop, testRows } from './judge-rows.ts';

const { site } = goodCheck;

function onChat(change: Partial<ChatNotes>): Observations {
  return { ...goodCheck, site: { ...site, chat: site.chat && { ...site.chat, ...change } } };
}

function onChatReply(change: Partial<ReplyNote>): Observations {
  return site.chat ? onChat({ reply: { ...site.chat.reply, ...change } }) : goodCheck;
}

function onHistory(change: Partial<HistoryNotes>): Observations {
  return onChat({ history: site.chat?.history ? { ...site.chat.history, ...change } : null });
}

function onHistoryReply(change: Partial<ReplyNote>): Observations {
  const history = site.chat?.history;
  return history ? onHistory({ reply: { ...history.reply, ...change } }) : goodCheck;
}

function onLookUp(change: Partial<LookUpNotes>): Observations {
  return {
    ...goodCheck,
    site: { ...site, lookUp: site.lookUp && { ...site.lookUp, ...change } },
  };
}

function onLookUpReply(change: Partial<ReplyNote>): Observations {
  return site.lookUp ? onLookUp({ reply: { ...site.lookUp.reply, ...change } }) : goodCheck;
}

const noReply = { status: null, mediaType: null, repliedAtMs: null } as const;
const withoutEndpoints = {
  ...goodCheck,
  asked: { ...goodCheck.asked, chat: false, conversation: false },
};

testRows([
  ['chat-url', 'skipped', /No chat-url was given/, 'none given', withoutEndpoints],
  [
    'chat-url',
    'fail',
    /Content-Security-Policy forbids the POST to chat-url/,
    'a policy',
    onChatReply({ ...noReply, failure: 'blocked' }),
  ],
  [
    'chat-url',
    'fail',
    /another origin.*\(CORS\)/,
    'another origin',
    onChatReply({ ...noReply, failure: 'other-origin' }),
  ],
  [
    'chat-url',
    'fail',
    /reached no server/,
    'no server',
    onChatReply({ ...noReply, failure: 'unreachable' }),
  ],
  ['chat-url', 'fail', /in time/, 'silence', onChatReply({ ...noReply, failure: 'timed-out' })],
  ['chat-url', 'fail', /answered 404\./, 'no endpoint', onChatReply({ status: 404 })],
  ['chat-url', 'fail', /answered 403\./, 'a refusal', onChatReply({ status: 403 })],
  ['chat-url', 'fail', /answered 401\./, 'a login', onChatReply({ status: 401 })],
  ['chat-url', 'fail', /answered 429\./, 'a limit', onChatReply({ status: 429 })],
  ['chat-url', 'fail', /answered 502\./, 'a broken server', onChatReply({ status: 502 })],
  ['chat-url', 'fail', /answered 422\./, 'another form', onChatReply({ status: 422 })],
  [
    'chat-url',
    'fail',
    /answered 200 after a redirect.*text\/html instead of text\/event-stream/,
    'a page',
    onChatReply({ mediaType: 'text/html', isRedirected: true }),
  ],
  [
    'chat-url',
    'fail',
    /no content type instead/,
    'no content type',
    onChatReply({ mediaType: null }),
  ],
  ['chat-url', 'fail', /The stream did not end: /, 'no end', onChat({ end: 'silent' })],
  ['chat-url', 'fail', /broke off before the event done/, 'an early end', onChat({ end: 'cut' })],
  [
    'chat-url',
    'fail',
    /gave the answer up: the stream had 1 × conversation, 1 × error/,
    'an error',
    site.chat
      ? onChat({
          end: 'error',
          reply: { ...site.chat.reply, events: { conversation: 1, error: 1 } },
        })
      : goodCheck,
  ],
  [
    'chat-url',
    'fail',
    /without a word: the stream had 9 × message \(no name\), 1 × token \(not known\)/,
    'events of other names',
    site.chat
      ? onChat({
          wordsAtMs: null,
          reply: { ...site.chat.reply, events: { message: 9, token: 1 } },
        })
      : goodCheck,
  ],
  [
    'chat-url',
    'fail',
    /none named the conversation/,
    'no conversation',
    onChat({ conversationId: null, history: null }),
  ],
  [
    'chat-history',
    'fail',
    /GET to chat-url was answered 404/,
    'no list',
    onHistoryReply({ status: 404 }),
  ],
  [
    'chat-history',
    'fail',
    /text\/html instead of application\/json/,
    'a page',
    site.chat?.history
      ? onHistory({
          messages: null,
          reply: { ...site.chat.history.reply, mediaType: 'text/html' },
        })
      : goodCheck,
  ],
  ['chat-history', 'fail', /no list in JSON/, 'an object', onHistory({ messages: null })],
  [
    'chat-history',
    'fail',
    /0 messages, and not the one/,
    'an empty list',
    onHistory({ messages: 0, hasTyped: false }),
  ],
  ['chat-history', 'skipped', /“A typed message/, 'no answer', onChat({ end: 'cut' })],
  [
    'chat-call',
    'fail',
    /The call after typing was put into another conversation/,
    'another conversation',
    withCall(
      'typed',
      mapFrames((frame) => ({
        ...frame,
        conversations: frame.conversations.map((found) => ({ ...found, id: 'other' })),
      })),
    ),
  ],
  [
    'chat-call',
    'fail',
    /did not come about: it failed with conversation-gone/,
    'no call',
    withCall('typed', () => ({ events: [{ atMs: 9, type: 'error', code: 'conversation-gone' }] })),
  ],
  [
    'chat-call',
    'unknown',
    /and greeted, but no message named its conversation/,
    'no id',
    withCall(
      'typed',
      drop(({ conversations }) => conversations.length > 0),
    ),
  ],
  ['conversation-url', 'skipped', /No conversation-url was given/, 'none given', withoutEndpoints],
  [
    'conversation-url',
    'fail',
    /named no conversation; its reply had the fields id/,
    'another field',
    site.lookUp
      ? onLookUp({ id: null, reply: { ...site.lookUp.reply, fields: ['id'] } })
      : goodCheck,
  ],
  [
    'conversation-url',
    'fail',
    /named another conversation \(other-co…\)/,
    'another conversation',
    onLookUp({ id: 'other-conversation' }),
  ],
  ['conversation-url', 'fail', /answered 404/, 'none found', onLookUpReply({ status: 404 })],
  [
    'conversation-url',
    'fail',
    /text\/html instead of application\/json/,
    'a page',
    site.lookUp
      ? onLookUp({ id: null, reply: { ...site.lookUp.reply, mediaType: 'text/html' } })
      : goodCheck,
  ],
  [
    'conversation-url',
    'pass',
    /named the conversation/,
    'an answer that names no content type, and is read all the same',
    onLookUpReply({ mediaType: null }),
  ],
  [
    'chat-history',
    'pass',
    /2 messages/,
    'a list that names no content type',
    onHistoryReply({ mediaType: null }),
  ],
]);
