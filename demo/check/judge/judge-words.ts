// Judges what is written of the call: the words of both sides, typed text, marks for the voice.

import { notesOf, type NoteOf } from '../event-note.ts';
import type { CallNotes, Observations } from '../observations.ts';
import { audibleLevel } from '../audible-level.ts';
import { type Finding, fail, pass, skipped, unknown } from '../verdict.ts';
import { counted, fromPage, fromServer, replyTo, requests } from './read-call.ts';
import { endedBefore } from './judge-sound.ts';
import { namedTypes, siblingTypes } from './known-messages.ts';

const withoutCall = unknown('No call was placed.');
const tellProject =
  'The widget does not read these messages as words. Send this report to this project: it names the types and fields that came.';

export function judgeAssistantWords({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const [entry] = wordsOf(first, 'assistant');
  const count = new Set(wordsOf(first, 'assistant').map(({ entryId }) => entryId)).size;
  if (entry)
    return pass(
      `The assistant’s words make ${counted(count, 'entry', 'entries')} of the transcript.`,
    );
  const frames = conversationTypes(first);
  const over = skippedIfOver(first);
  // What reads them comes a moment after the answer.
  if (over && frames.every((type) => [...namedTypes, ...siblingTypes].includes(type))) return over;
  if (first.sound.every(({ levelIn }) => levelIn <= audibleLevel)) {
    const advice = 'In the Telnyx portal, give the assistant a greeting and a voice.';
    const written = frames.length === 0 ? ', and wrote nothing' : '';
    return fail(`The assistant said nothing${written}.`, advice);
  }
  if (frames.length === 0) {
    return fail('The assistant spoke, and no message came with its words.', tellProject);
  }
  return fail(
    `The assistant spoke, and none of these held its words: ${frames.join(', ')}.`,
    tellProject,
  );
}

export function judgeVisitorWords({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const typedAtMs = first.moments.typed ?? Infinity;
  // The widget shows a typed message in the very moment in which it is sent.
  const spoken = wordsOf(first, 'user').filter(({ atMs }) => atMs < typedAtMs);
  const final = spoken.find(({ isFinal }) => isFinal);
  const askedAtMs = first.moments['asked-to-speak'];
  if (final)
    return pass(
      'What was said into the microphone was written.',
      Math.max(0, final.atMs - (askedAtMs ?? final.atMs)),
    );
  const over = skippedIfOver(first);
  if (askedAtMs === undefined && over) return over;
  const wasLoud = first.sound.some(
    ({ atMs, levelOut }) => levelOut > audibleLevel && atMs > (askedAtMs ?? 0),
  );
  if (!wasLoud) {
    return unknown(
      'Nothing was said.',
      'Check again, and say the sentence when the page asks you to.',
    );
  }
  if (over) return over;
  return fail(
    'Sound left the page, and no message came with the visitor’s words.',
    'See whether the microphone gave speech and not noise. If so: in the Telnyx portal, see which transcription the assistant uses; then send this report to this project.',
  );
}

/** How the typed message fared. */
export interface TypedTrace {
  readonly isSent: boolean;
  readonly isAcknowledged: boolean;
  readonly isRefused: boolean;
  readonly isEchoed: boolean;
  /** Whether the echo has the id that the SDK made up; `null` without an echo. */
  readonly isSameId: boolean | null;
  readonly isAnswered: boolean;
  readonly ms: number;
}

export function traceTyped(call: CallNotes): TypedTrace | null {
  const typedAtMs = call.moments.typed;
  if (typedAtMs === undefined) return null;
  const sent = requests(fromPage(call), 'ai_conversation').find(
    ({ item, atMs }) => item?.role === 'user' && atMs >= typedAtMs,
  );
  const reply = sent && replyTo(call, sent);
  const echo = requests(fromServer(call), 'ai_conversation').find(({ item, atMs }) => {
    return item?.role === 'user' && atMs >= typedAtMs;
  });
  const answer = wordsOf(call, 'assistant').find(({ atMs }) => atMs > typedAtMs);
  return {
    isSent: sent !== undefined,
    isAcknowledged: reply?.kind === 'result',
    isRefused: reply?.kind === 'error',
    isEchoed: echo !== undefined,
    isSameId: echo && sent ? echo.item?.id === sent.item?.id : null,
    isAnswered: answer !== undefined,
    ms: Math.max(0, (answer ?? echo ?? reply)?.atMs ?? 0, typedAtMs) - typedAtMs,
  };
}

export function judgeTyped({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const trace = traceTyped(first);
  if (trace === null) return skippedIfOver(first) ?? unknown('Nothing was typed.');
  const { isSent, isAcknowledged, isRefused, isEchoed, isSameId, isAnswered, ms } = trace;
  if (!isSent) {
    return (
      skippedIfOver(first) ??
      fail('The typed message was not sent.', 'Look in the browser’s console.')
    );
  }
  const detail = [
    isRefused ? 'refused' : isAcknowledged ? 'acknowledged' : 'not acknowledged',
    isEchoed ? `echoed with ${isSameId ? 'its own' : 'another'} id` : 'not echoed',
    isAnswered ? 'answered' : 'not answered',
  ].join(', ');
  if (!isRefused && isAnswered) return pass(`The typed message was ${detail}.`, ms);
  if (!isRefused && isEchoed)
    return unknown(
      `The typed message was ${detail}.`,
      'In the Telnyx portal, see whether the assistant answers at all.',
      ms,
    );
  const over = isRefused ? null : skippedIfOver(first);
  const isMute = wordsOf(first, 'assistant').length === 0;
  return (
    over ??
    fail(
      `The typed message was ${detail}.`,
      isMute && !isRefused
        ? 'The assistant says nothing at all: see first to its own words, above.'
        : 'Set no-text on the element, so that visitors are not offered to type in a call. Send this report to this project.',
      ms,
    )
  );
}

export function judgeMarks({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const left = wordsOf(first, 'assistant').filter(({ hasMarks, isFinal }) => hasMarks && isFinal);
  const marked = fromServer(first).filter(({ hasMarks }) => hasMarks);
  if (left.length > 0) {
    return fail(
      `Marks for the voice are left in ${left.length} of the transcript’s entries.`,
      'Switch off expressive speech in the portal’s voice settings, and send this report to this project.',
    );
  }
  if (marked.length === 0) return unknown('No message held a whole mark for the voice.');
  return pass(
    `${counted(marked.length, 'message')} held marks for the voice; no entry of the transcript does.`,
  );
}

export function wordsOf(call: CallNotes, role: 'user' | 'assistant'): NoteOf<'words'>[] {
  return notesOf(call.events, 'words').filter((note) => note.role === role && !note.isEmpty);
}

/** The types of the messages about the conversation. */
function conversationTypes(call: CallNotes): string[] {
  const frames = requests(fromServer(call), 'ai_conversation');
  const types = frames.map(({ type }) => type ?? '(no type)');
  return [...new Set(types)].filter(
    (type) => type !== 'widget_settings' && type !== 'session.created',
  );
}

function skippedIfOver(call: CallNotes): Finding | null {
  const reason = endedBefore(call);
  return reason === null ? null : skipped(reason);
}
