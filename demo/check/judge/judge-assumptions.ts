// Says of each assumption whether this check has shown that it holds.

import { type AssumptionId, assumptionIds } from '../assumption.ts';
import type { FrameNote } from '../frame-note.ts';
import { callNames, type CallNotes, type Observations } from '../observations.ts';
import { idPlaces, joinFailureOf } from './judge-conversation.ts';
import { returnOf } from './judge-ending.ts';
import { serverFrames } from './judge-messages.ts';
import { traceTyped, wordsOf } from './judge-words.ts';
import { siblingTypes } from './known-messages.ts';
import { logins, refusedLogins, requests, startOf, wasTaken } from './read-call.ts';

export type Held = 'yes' | 'no' | 'unknown';

export interface JudgedAssumption {
  readonly id: AssumptionId;
  readonly held: Held;
}

type Judge = (observations: Observations, first: CallNotes) => Held;

const judges: Readonly<Record<AssumptionId, Judge>> = {
  'client-ready-fields': (observations) => {
    const [frame] = requests(serverFrames(observations), 'telnyx_rtc.clientReady');
    if (!frame) return 'unknown';
    const { fields } = frame;
    return held(fields.includes('params.reattached_sessions') && !fields.includes('params.state'));
  },
  'voice-sdk-id': (observations) => {
    const frames = serverFrames(observations);
    return frames.length === 0 ? 'unknown' : held(frames.every(({ namesServer }) => namesServer));
  },
  'reply-texts': (observations) => {
    const texts = serverFrames(observations).flatMap(({ replyText }) => replyText ?? []);
    return texts.length === 0 ? 'unknown' : held(!texts.includes('other words'));
  },
  'login-causes': (_, first) => {
    const refused = refusedLogins(first);
    // A refusal that passed tells nothing of those that do not.
    if (refused.length === 0 || wasTaken(first)) return 'unknown';
    return held(
      refused.every(({ error }) => error?.code === -32001 && error.words === 'login incorrect'),
    );
  },
  'code-32000': (observations) => {
    const refused = refusals(observations).filter(({ method }) => method === logins[0]);
    if (refused.length === 0) return 'unknown';
    return held(refused.every(({ error }) => error?.code !== -32000));
  },
  'typed-acknowledged': (_, first) => {
    const trace = traceTyped(first);
    return trace?.isSent ? held(trace.isAcknowledged) : 'unknown';
  },
  'typed-id': (_, first) => {
    const isSameId = traceTyped(first)?.isSameId ?? null;
    return isSameId === null ? 'unknown' : held(isSameId);
  },
  'text-done-fields': (observations) => {
    const frames = conversationFrames(observations);
    const texts = frames.filter(({ type }) => type === 'response.text.done');
    const ends = frames.filter(({ type }) => type === 'response.done');
    if (texts.length + ends.length === 0) return 'unknown';
    const has = (frame: FrameNote, ...names: string[]) =>
      names.some((name) => frame.fields.includes(`params.${name}`));
    return held(
      texts.every((frame) => has(frame, 'text') && has(frame, 'item_id', 'response_id')) &&
        ends.every((frame) => has(frame, 'response.id', 'response_id')),
    );
  },
  'item-deleted': (observations) => ifSeen(observations, ['conversation.item.deleted']),
  'sibling-types': (observations) => {
    const others = ['session.created', 'conversation.item.deleted'];
    return ifSeen(
      observations,
      siblingTypes.filter((type) => !others.includes(type)),
    );
  },
  'speech-marks': (observations) =>
    serverFrames(observations).some(({ hasMarks }) => hasMarks) ? 'yes' : 'unknown',
  'tools-key': (observations) => {
    const settings = serverFrames(observations).flatMap((frame) => frame.settings ?? []);
    const listed = settings.filter(({ toolsKey }) => toolsKey !== null);
    return listed.length === 0 ? 'unknown' : held(listed.every(({ isRead }) => isRead));
  },
  'call-control-id': (_, first) => {
    const ids = startOf(first)?.ids;
    return ids ? held(ids.callControlId !== null) : 'unknown';
  },
  'session-created': (_, first) => namedIn(first, (place) => place.startsWith('session.created')),
  'id-in-frames': (_, first) => namedIn(first, (place) => place.endsWith('conversation_id')),
  'id-in-header': (_, first) =>
    namedIn(first, (place) => /^telnyx_rtc\.(answer|ringing): .* with the name /.test(place)),
  'failed-join': ({ calls }) => {
    const call = calls['made-up'];
    if (!call) return 'unknown';
    if (wordsOf(call, 'assistant').length > 0) return 'no';
    // The id is taken for one that is looked at when the call is placed.
    if (refusedLogins(call).length > 0 && !wasTaken(call)) return 'no';
    return joinFailureOf(call) === null ? 'unknown' : 'yes';
  },
  'session-kept': (_, first) => {
    const after = returnOf(first);
    return after === null ? 'unknown' : held(after.isBack);
  },
  'token-destination': ({ calls: { token } }) =>
    token ? held(startOf(token) !== undefined) : 'unknown',
};

export function judgeAssumptions(observations: Observations): JudgedAssumption[] {
  const { first } = observations.calls;
  return assumptionIds.map((id) => ({
    id,
    held: first ? judges[id](observations, first) : 'unknown',
  }));
}

function held(isHeld: boolean): Held {
  return isHeld ? 'yes' : 'no';
}

/** That a message did not come in one check proves nothing. */
function ifSeen(observations: Observations, types: readonly string[]): Held {
  return conversationFrames(observations).some(({ type }) => types.includes(type ?? ''))
    ? 'yes'
    : 'unknown';
}

function conversationFrames(observations: Observations): FrameNote[] {
  return requests(serverFrames(observations), 'ai_conversation');
}

function refusals({ calls }: Observations): FrameNote[] {
  return callNames.flatMap((name) => (calls[name] ? refusedLogins(calls[name]) : []));
}

/** Of a call that was answered, all places are known. */
function namedIn(call: CallNotes, isPlace: (place: string) => boolean): Held {
  return startOf(call) ? held(idPlaces(call).some(isPlace)) : 'unknown';
}
