// Judges what becomes of a call when its socket is cut, and when it is hung up.

import { notesOf } from '../event-note.ts';
import type { CallNotes, Observations } from '../observations.ts';
import { type Finding, fail, pass, skipped, unknown } from '../verdict.ts';
import { packetsSince } from '../packets-since.ts';
import { endedBefore } from './judge-sound.ts';
import {
  counted,
  endedByItself,
  endingOf,
  errorOf,
  fromPage,
  fromServer,
  hadNoWay,
  replyTo,
  requests,
  seconds,
} from './read-call.ts';

export interface Return {
  readonly awayMs: number;
  readonly isBack: boolean;
  readonly packets: number;
  /** How many calls the server said that it had kept; `null` if it did not say. */
  readonly kept: number | null;
  readonly isAttached: boolean;
}

/** What happened after the check cut the socket. */
export function returnOf(call: CallNotes): Return | null {
  const cutAtMs = call.moments.cut;
  if (cutAtMs === undefined) return null;
  const later = notesOf(call.events, 'state').filter(({ atMs }) => atMs >= cutAtMs);
  const away = later.findIndex(({ state }) => state === 'reconnecting');
  const back = later.slice(away + 1).find(({ state }) => state === 'active');
  const isBack = away >= 0 && back !== undefined;
  const frames = fromServer(call).filter(({ atMs }) => atMs > cutAtMs);
  return {
    awayMs: (back?.atMs ?? cutAtMs) - cutAtMs,
    isBack,
    packets: isBack ? packetsSince(call.sound, back.atMs) : 0,
    kept: frames.find(({ reattached }) => reattached !== null)?.reattached ?? null,
    isAttached: requests(frames, 'telnyx_rtc.attach').length > 0,
  };
}

export function judgeCut({ calls: { first } }: Observations): Finding {
  if (!first) return unknown('No call was placed.');
  const over = endedBefore(first);
  const after = returnOf(first);
  if (after === null) return skipped(over ?? 'The time was up before the socket was cut.');
  const { awayMs, isBack, packets, kept, isAttached } = after;
  const said =
    kept === null
      ? 'the server named no kept calls'
      : `the server had kept ${counted(kept, 'call')}${isAttached ? ' and offered one again' : ''}`;
  const advice =
    'Nothing at your site, but visitors on weak networks will lose calls. Send this report to this project, and to Telnyx’s support.';
  if (!isBack) {
    const error = errorOf(first);
    return fail(`The call did not come back${error ? ` (${error.code})` : ''}; ${said}.`, advice);
  }
  const detail = `The call was whole again after ${seconds(awayMs)}; ${said}`;
  if (packets > 0) return pass(`${detail}, and ${packets} packets of sound followed.`, awayMs);
  if (first.sound.every(({ packetsIn }) => packetsIn === 0)) {
    return unknown(`${detail}. No sound came before or after.`, null, awayMs);
  }
  return fail(`${detail}, but no sound followed.`, advice, awayMs);
}

export function judgeHangUp({ calls: { first } }: Observations): Finding {
  if (!first) return unknown('No call was placed.');
  const endedAtMs = endedByItself(first);
  if (endedAtMs !== null) {
    if (hadNoWay(first)) return skipped('The call was lost: no way for its sound was found.');
    const cutAtMs = first.moments.cut;
    if (cutAtMs !== undefined) return skipped('The call was lost with its socket.');
    return fail(
      `The call ended by itself after ${seconds(endedAtMs - first.beganAtMs)}: ${endingOf(first)}.`,
      'In the Telnyx portal, see the assistant’s time limits and its hang-up tool, and the history of this call.',
    );
  }
  const beganAtMs = first.moments['hanging-up'];
  const doneAtMs = first.moments['hung-up'];
  if (beganAtMs === undefined) return unknown('The call was not hung up.');
  if (doneAtMs === undefined) {
    return fail(
      'The call was not over 10 s after it was hung up.',
      'Send this report to this project.',
    );
  }
  const ms = doneAtMs - beganAtMs;
  const bye = requests(fromPage(first), 'telnyx_rtc.bye').find(({ atMs }) => atMs >= beganAtMs);
  const isOpen = first.sockets.some(({ closedAtMs }) => closedAtMs === null);
  if (!bye || isOpen) {
    return fail(
      bye ? 'After the hang-up a socket stayed open.' : 'No goodbye was sent.',
      'Send this report to this project.',
      ms,
    );
  }
  const reply = replyTo(first, bye);
  if (reply?.kind === 'result') {
    return pass('The goodbye was acknowledged, and the socket closed.', ms);
  }
  const how = reply ? `refused (${reply.error?.code ?? 'no code'})` : 'not acknowledged';
  return unknown(
    `The goodbye was ${how}; the socket closed.`,
    'Visitors notice nothing of it.',
    ms,
  );
}
