// Judges which conversation a call belongs to, and what support can find it by.

import { notesOf } from '../event-note.ts';
import type { CallNotes, Observations } from '../observations.ts';
import { type Finding, fail, pass, skipped, unknown } from '../verdict.ts';
import {
  endingOf,
  errorOf,
  fromServer,
  hadNoWay,
  seconds,
  shortId,
  startOf,
  whyNot,
} from './read-call.ts';
import { wordsOf } from './judge-words.ts';

const withoutCall = unknown('No call was placed.');

/** Each place at which the server named a conversation, as "answer: params.conversation_id". */
export function idPlaces(call: CallNotes): string[] {
  const places = fromServer(call).flatMap(({ method, type, conversations }) =>
    conversations.map(({ place }) => `${type ?? method ?? 'a reply'}: ${place}`),
  );
  return [...new Set(places)];
}

export function learnedId(call: CallNotes) {
  return notesOf(call.events, 'conversation').findLast(({ id }) => id !== null);
}

export function judgeConversationId({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const learned = learnedId(first);
  const places = idPlaces(first);
  if (learned?.id) {
    const where =
      learned.source === 'site' ? 'by the site’s conversation-url' : `in ${places.join('; ')}`;
    const ms = learned.atMs - first.beganAtMs;
    return pass(`The id ${shortId(learned.id)} was learned ${where}.`, ms);
  }
  const endpoint =
    'Give the element a conversation-url: an endpoint of the site’s server that finds the conversation by the call’s ids (the one in server/ does).';
  if (places.length > 0) {
    return fail(
      `The server named a conversation where the widget does not look: ${places.join('; ')}.`,
      `Send this report to this project. Until then: ${endpoint}`,
    );
  }
  return fail('No message named the conversation.', endpoint);
}

export function judgeSupportIds({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const ids = startOf(first)?.ids;
  if (!ids) return unknown('The call told no ids.');
  const { callControlId, callSessionId, region, dc } = ids;
  const named = [
    `call_control_id ${callControlId ? shortId(callControlId) : 'none'}`,
    `session id ${callSessionId ? shortId(callSessionId) : 'none'}`,
    `region ${region ?? 'none'}`,
    `data centre ${dc ?? 'none'}`,
  ].join(', ');
  if (callControlId) return pass(`${named}.`);
  return fail(
    `${named}.`,
    'Without call_control_id a site’s server cannot find the call’s conversation. Give support the time of the call and the session id.',
  );
}

export function judgeSecondCall(observations: Observations): Finding {
  const { second } = observations.calls;
  if (!second) return skipped(whyNot(observations, 'No conversation was known to join.'));
  return judgeJoined(second, 'The second call', {
    whereItFails:
      'Set resume="off" on the element, so that each call begins a conversation of its own. Send this report to this project.',
    whereNothingTells: 'Ask the assistant in a second call what was said in the first.',
  });
}

export interface JoinAdvice {
  readonly whereItFails: string;
  readonly whereNothingTells: string;
}

/** Judges a call that was to join a conversation. */
export function judgeJoined(
  call: CallNotes,
  name: string,
  { whereItFails, whereNothingTells }: JoinAdvice,
): Finding {
  const start = startOf(call);
  if (!start) return fail(`${name} did not come about: ${endingOf(call)}.`, whereItFails);
  const named = idsNamed(call);
  const ms = start.atMs - call.beganAtMs;
  if (named.some((id) => id !== call.conversationId)) {
    return fail(`${name} was put into another conversation.`, whereItFails, ms);
  }
  if (hadNoWay(call)) return skipped(`${name} was lost: no way for its sound was found.`);
  if (errorOf(call)) return fail(`${name} ended: ${endingOf(call)}.`, whereItFails, ms);
  if (named.length > 0) return pass(`${name} was in the same conversation.`, ms);
  const greeted = wordsOf(call, 'assistant').length > 0 ? ' and greeted' : '';
  return unknown(
    `${name} was answered${greeted}, but no message named its conversation.`,
    whereNothingTells,
    ms,
  );
}

/** The conversations that the server named. */
export function idsNamed(call: CallNotes): string[] {
  return fromServer(call).flatMap(({ conversations }) => conversations.map(({ id }) => id));
}

/** How a refused join shows itself. */
export function joinFailureOf(call: CallNotes): string | null {
  const errors = fromServer(call).filter(({ kind }) => kind === 'error');
  const refusal = errors.findLast(({ method }) => method !== 'telnyx_rtc.bye');
  if (startOf(call) === undefined && refusal) {
    const { method, error } = refusal;
    const step = method === 'telnyx_rtc.invite' ? 'the call' : 'the login';
    return `${step} is refused with ${error?.code ?? 'no code'} ${error?.words ?? ''}`.trim();
  }
  const bye = fromServer(call).find(
    ({ method, kind }) => method === 'telnyx_rtc.bye' && kind === 'request',
  );
  if (!bye) return null;
  const when = startOf(call) === undefined ? 'before the answer' : 'after the answer';
  return `the call is ended ${when} with ${bye.cause ?? 'no cause'}`;
}

export function judgeMadeUpId(observations: Observations): Finding {
  const call = observations.calls['made-up'];
  if (!call) return skipped(whyNot(observations, 'No call was placed with a made-up id.'));
  const shape = joinFailureOf(call);
  const error = errorOf(call);
  const over = notesOf(call.events, 'end').at(-1);
  const ms = Math.max(0, (over?.atMs ?? call.beganAtMs) - call.beganAtMs);
  if (error?.code === 'conversation-gone' && shape) {
    return pass(
      `After ${seconds(ms)} ${shape}; the widget says that the conversation is gone.`,
      ms,
    );
  }
  if (shape && call.moments['hanging-up'] === undefined) {
    return fail(
      `For a made-up id ${shape}, which the widget takes for ${error?.code ?? 'an ordinary end'}.`,
      'Send this report to this project: a visitor whose stored conversation is gone would not be told so.',
      ms,
    );
  }
  if (startOf(call)) {
    return fail(
      'A call with a made-up id was answered as if the conversation were there.',
      'Nothing at your site. Do not take an id that a visitor’s browser holds for a secret. Send this report to this project.',
      ms,
    );
  }
  return unknown(`The call with a made-up id came to nothing: ${endingOf(call)}.`, null, ms);
}
