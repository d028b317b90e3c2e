// Questions that judges ask about the notes of a call.

import { notesOf } from '../event-note.ts';
import type { FrameNote } from '../frame-note.ts';
import type { CallNotes, Observations } from '../observations.ts';

export const logins: readonly unknown[] = ['anonymous_login', 'login'];

export function fromServer({ frames }: CallNotes): FrameNote[] {
  return frames.filter(({ from }) => from === 'server');
}

export function fromPage({ frames }: CallNotes): FrameNote[] {
  return frames.filter(({ from }) => from === 'page');
}

export function requests(frames: readonly FrameNote[], method: string): FrameNote[] {
  return frames.filter((frame) => frame.kind === 'request' && frame.method === method);
}

/** The reply to a request of the page. */
export function replyTo(call: CallNotes, request: FrameNote): FrameNote | undefined {
  return fromServer(call).find(
    ({ kind, requestId, atMs }) =>
      kind !== 'request' && requestId === request.requestId && atMs >= request.atMs,
  );
}

export function refusedLogins(call: CallNotes): FrameNote[] {
  return fromServer(call).filter(({ kind, method }) => kind === 'error' && logins.includes(method));
}

/** Whether a login was taken, at last. */
export function wasTaken(call: CallNotes): boolean {
  return fromServer(call).some(({ kind, method }) => kind === 'result' && logins.includes(method));
}

export function startOf(call: CallNotes) {
  return notesOf(call.events, 'start')[0];
}

export function errorOf(call: CallNotes) {
  return notesOf(call.events, 'error').at(-1);
}

/** When the call was up for the first time. */
export function activeAtMs(call: CallNotes): number | null {
  return notesOf(call.events, 'state').find(({ state }) => state === 'active')?.atMs ?? null;
}

/** When the call was over, if the check has not ended it itself. */
export function endedByItself(call: CallNotes): number | null {
  const over = notesOf(call.events, 'state').find(({ state }) => {
    return state === 'ended' || state === 'failed';
  });
  const isOurs = call.moments['hanging-up'] !== undefined;
  return over && !isOurs ? over.atMs : null;
}

/** The way that the sound took, as "host to srflx over udp". */
export function pathOf({ sound }: CallNotes): string | null {
  return sound.findLast(({ path }) => path !== null)?.path ?? null;
}

/** The widget ends a call for whose sound there is no way. Steps of the sound say what to change. */
export function hadNoWay(call: CallNotes): boolean {
  return errorOf(call)?.code === 'connection-lost' && pathOf(call) === null;
}

/** How it ended, in a few words. */
export function endingOf(call: CallNotes): string {
  const cause = requests(fromServer(call), 'telnyx_rtc.bye').at(-1)?.cause;
  if (cause) return `the other side hung up with ${cause}`;
  if (requests(fromServer(call), 'telnyx_rtc.punt').length > 0) {
    return 'the server closed the session (punt)';
  }
  const error = errorOf(call);
  const reason = notesOf(call.events, 'end').at(-1)?.reason;
  if (error) return `it failed with ${error.code}`;
  return reason ? `it ended (${reason})` : 'it did not end';
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Enough to find it again, too little to use it. What is no id may be words, or somebody's number. */
export function shortId(id: string): string {
  if (!/^[A-Za-z\d][\w:.~=/+-]*$/.test(id)) return '(odd)';
  return `${id.slice(0, Math.min(8, id.length / 2))}…`;
}

/** As "1 call" and "2 calls". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** Why a call was not placed. */
export function whyNot({ isCutShort }: Observations, reason: string): string {
  return isCutShort ? 'The time was up before this could be tried.' : reason;
}
