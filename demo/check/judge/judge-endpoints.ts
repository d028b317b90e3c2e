// Judges the site's own endpoints: the conversation of a call, and typing without a call.

import type { Observations } from '../observations.ts';
import type { ReplyNote } from '../site-notes.ts';
import { type Finding, fail, pass, skipped } from '../verdict.ts';
import { idsNamed, judgeJoined } from './judge-conversation.ts';
import { type Endpoint, findReplyProblem } from './judge-reply.ts';
import { counted, seconds, shortId, whyNot } from './read-call.ts';

const chat: Endpoint = { name: 'chat-url', mediaType: 'text/event-stream' };
const history: Endpoint = {
  name: 'chat-url',
  mediaType: 'application/json',
  whereNotFound:
    'If it does, it does not know the browser that has just begun this conversation: its cookie is not set, or not sent to another origin.',
};
const lookUp: Endpoint = {
  name: 'conversation-url',
  mediaType: 'application/json',
  whereNotFound:
    'If it does, it found no conversation of this call: let it ask Telnyx by metadata->call_control_id, and again for a second or two.',
};
const knownEvents = ['conversation', 'delta', 'done', 'error'];

export function judgeConversationUrl(observations: Observations): Finding {
  const { asked, site, calls } = observations;
  if (!asked.conversation) return skipped('No conversation-url was given.');
  if (!site.lookUp) return skipped(whyNot(observations, 'The endpoint was not asked.'));
  const { reply, id } = site.lookUp;
  const problem = findReplyProblem(reply, lookUp, id !== null);
  if (problem) return problem;
  const ms = msOf(reply);
  if (id === null) {
    return fail(
      `The endpoint named no conversation; its reply had ${reply.fields.length === 0 ? 'no fields' : `the fields ${reply.fields.join(', ')}`}.`,
      'Let it reply with {"conversation_id": "…"}.',
      ms,
    );
  }
  const named = calls.first ? idsNamed(calls.first) : [];
  if (named.length > 0 && !named.includes(id)) {
    return fail(
      `The endpoint named another conversation (${shortId(id)}) than the server of the call.`,
      'Let it find the conversation by the call_control_id that it is given, not by the time or the assistant.',
      ms,
    );
  }
  const compared = named.length > 0 ? ', as the server of the call does' : '';
  return pass(`The endpoint named the conversation ${shortId(id)}${compared}.`, ms);
}

export function judgeChat(observations: Observations): Finding {
  if (!observations.asked.chat) return skipped('No chat-url was given.');
  const notes = observations.site.chat;
  if (!notes) return skipped(whyNot(observations, 'The endpoint was not asked.'));
  const { reply, end, wordsAtMs, endedAtMs, conversationId } = notes;
  const problem = findReplyProblem(reply, chat);
  if (problem) return problem;
  const ms = endedAtMs - reply.beganAtMs;
  const came = `the stream had ${eventsInWords(reply.events)}`;
  if (end === 'error') {
    return fail(
      `The endpoint gave the answer up: ${came}.`,
      'Look in the log of the site’s server at this time. Telnyx refused its request, or the answer broke off there.',
      ms,
    );
  }
  if (end !== 'done') {
    return fail(
      `The stream ${end === 'silent' ? 'did not end' : 'broke off before the event done'}: ${came}.`,
      end === 'silent'
        ? 'Let the endpoint end each answer with “event: done”. A proxy before it must not hold the stream back (X-Accel-Buffering: no).'
        : 'Let the endpoint end each answer with “event: done”, and name each event (“event: delta”). A proxy before it may cut long answers off.',
      ms,
    );
  }
  if (wordsAtMs === null) {
    return fail(
      `The answer ended without a word: ${came}.`,
      'Let the endpoint send the words as “event: delta” with {"text": "…"}. In the Telnyx portal, see whether the assistant answers typed messages.',
      ms,
    );
  }
  const detail = `The answer came in ${seconds(ms)}, its first words after ${seconds(wordsAtMs - reply.beganAtMs)}: ${came}`;
  if (conversationId === null) {
    return fail(
      `${detail}, and none named the conversation.`,
      'Let the endpoint send “event: conversation” with {"conversation_id": "…"} before the words. Otherwise each message and each call begins anew.',
      ms,
    );
  }
  return pass(`${detail}, in the conversation ${shortId(conversationId)}.`, ms);
}

export function judgeHistory({ site }: Observations): Finding {
  const notes = site.chat?.history;
  if (!notes) return skipped('There was no conversation to read.');
  const { reply, messages, hasTyped } = notes;
  const problem = findReplyProblem(reply, history, messages !== null);
  if (problem) return problem;
  const ms = msOf(reply);
  if (messages === null) {
    return fail(
      'What was said before is no list in JSON.',
      'Let the endpoint answer GET with [{"id", "role", "text", "at"}], oldest first.',
      ms,
    );
  }
  if (!hasTyped) {
    return fail(
      `The list had ${counted(messages, 'message')}, and not the one that was typed.`,
      'Let the endpoint list all messages of the conversation, with the role user or assistant and a text. Visitors who come back see an empty panel otherwise.',
      ms,
    );
  }
  return pass(`The list had ${counted(messages, 'message')}, and the typed one among them.`, ms);
}

export function judgeChatCall(observations: Observations): Finding {
  const { typed } = observations.calls;
  if (!typed) return skipped(whyNot(observations, 'No call was placed after typing.'));
  return judgeJoined(typed, 'The call after typing', {
    whereItFails:
      'Let the endpoint create the conversation at Telnyx for this assistant, and name the id that Telnyx gave. Send this report to this project.',
    whereNothingTells: 'Ask the assistant in a call what was typed before.',
  });
}

function msOf({ beganAtMs, repliedAtMs }: ReplyNote): number {
  return Math.max(0, (repliedAtMs ?? beganAtMs) - beganAtMs);
}

/** As "1 × conversation, 12 × delta, 1 × done". */
function eventsInWords(events: Readonly<Record<string, number>>): string {
  const parts = Object.entries(events).map(([name, count]) => {
    const isKnown = knownEvents.includes(name);
    return `${count} × ${name}${isKnown ? '' : name === 'message' ? ' (no name)' : ' (not known)'}`;
  });
  return parts.length === 0 ? 'no events' : parts.join(', ');
}
