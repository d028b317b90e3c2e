// Judges whether all messages of the server are of a kind that is known. Others are listed by type and fields.

import { callNames, type Observations } from '../observations.ts';
import type { FrameNote } from '../frame-note.ts';
import { type Finding, fail, pass, unknown } from '../verdict.ts';
import { knownMethods, namedTypes, siblingTypes } from './known-messages.ts';
import { fromServer } from './read-call.ts';

const mostListed = 12;
/** Whatever a server sends, the report can be read. */
const mostShapes = 40;
const mostFields = 80;

/** A message as "type: fields". */
export interface MessageShape {
  readonly name: string;
  readonly fields: readonly string[];
  readonly count: number;
}

export function serverFrames({ calls }: Observations): FrameNote[] {
  return callNames.flatMap((name) => {
    const call = calls[name];
    return call ? fromServer(call) : [];
  });
}

/** All shapes of messages that are not known, with how often each came. */
export function unknownShapes(observations: Observations): MessageShape[] {
  const shapes = new Map<string, MessageShape>();
  for (const frame of serverFrames(observations)) {
    if (isKnown(frame)) continue;
    const own = nameOf(frame);
    const name = shapes.size < mostShapes || shapes.has(own) ? own : 'other shapes';
    const earlier = shapes.get(name);
    const fields = [...new Set([...(earlier?.fields ?? []), ...frame.fields])];
    const count = (earlier?.count ?? 0) + 1;
    shapes.set(name, { name, fields: fields.slice(0, mostFields), count });
  }
  return [...shapes.values()];
}

function isKnown({ kind, method, type }: FrameNote): boolean {
  if (kind === 'unreadable') return false;
  if (kind !== 'request') return method !== null;
  if (method === 'ai_conversation') {
    return [...namedTypes, ...siblingTypes].includes(type ?? '');
  }
  return knownMethods.includes(method ?? '');
}

function nameOf({ kind, method, type }: FrameNote): string {
  if (kind === 'unreadable') return 'a frame that is no JSON-RPC';
  if (kind !== 'request') return 'a reply to nothing';
  return type === null ? (method ?? '(odd)') : `${method ?? '(odd)'} ${type}`;
}

export function judgeMessages(observations: Observations): Finding {
  const frames = serverFrames(observations);
  if (frames.length === 0) return unknown('The server sent no message.');
  const shapes = unknownShapes(observations);
  const nameless = frames.filter(({ namesServer }) => !namesServer).length;
  const server = nameless === 0 ? 'each has a voice_sdk_id' : `${nameless} have no voice_sdk_id`;
  if (shapes.length === 0) {
    return pass(`${frames.length} messages came, all of a known shape; ${server}.`);
  }
  const listed = shapes.slice(0, mostListed).map(({ name, fields, count }) => {
    return `${count} × ${name} (${fields.join(', ') || 'no fields'})`;
  });
  const more = shapes.length > mostListed ? `; and ${shapes.length - mostListed} other shapes` : '';
  return fail(
    `Of ${frames.length} messages, these are not known: ${listed.join('; ')}${more}; ${server}.`,
    'The widget ignores what it does not know. Send this report to this project.',
  );
}
