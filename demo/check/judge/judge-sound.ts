// Judges the answered call and its sound.

import type { CallNotes, Observations, SoundNote } from '../observations.ts';
import { type Finding, fail, pass, unknown } from '../verdict.ts';
import { audibleLevel } from '../audible-level.ts';
import {
  activeAtMs,
  counted,
  endedByItself,
  endingOf,
  fromPage,
  fromServer,
  pathOf,
  replyTo,
  requests,
  seconds,
  startOf,
} from './read-call.ts';

const withoutCall = unknown('No call was placed.');
const blockedAdvice =
  'Try another network. If it works there, let this one’s firewall pass UDP to Telnyx, or TCP 443 to turn.telnyx.com.';
const hiddenAdvice =
  'Look for an extension against tracking by WebRTC, or a policy of your company (WebRtcIPHandling at chrome://policy), that hides the addresses of this computer. Let it allow this page. Otherwise, try another network.';

export function judgeAnswered({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const atMs = activeAtMs(first);
  if (atMs !== null && startOf(first)) {
    const ms = atMs - first.beganAtMs;
    return pass(`The call was up ${seconds(ms)} after it was begun.`, ms);
  }
  const [invite] = requests(fromPage(first), 'telnyx_rtc.invite');
  if (!invite) return fail('No call was placed.', 'Look in the browser’s console.');
  const reply = replyTo(first, invite);
  if (reply?.kind === 'error') {
    return fail(
      `The call was refused: ${reply.error?.code ?? 'no code'} ${reply.error?.words ?? ''}.`,
      'In the Telnyx portal, see whether the assistant is enabled for calls and the account has funds.',
    );
  }
  const answer = requests(fromServer(first), 'telnyx_rtc.answer')[0];
  const ending = endingOf(first);
  const ms = Math.max(0, (first.events.at(-1)?.atMs ?? 0) - invite.atMs);
  return fail(
    answer
      ? `An answer came, but the call was never up: ${ending}.`
      : `No answer came within ${seconds(ms)}: ${ending}.`,
    'In the Telnyx portal, try the assistant by its own Test button. If it answers there, send this report to Telnyx’s support.',
  );
}

export function judgeSoundIn({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const beganAtMs = activeAtMs(first) ?? first.beganAtMs;
  const packets = mostOf(first.sound, 'packetsIn');
  const level = mostOf(first.sound, 'levelIn');
  const heard = first.sound.find(({ levelIn }) => levelIn > audibleLevel);
  if (first.sound.length === 0) return unknown('The browser gave no statistics of the sound.');
  if (packets === 0) {
    return pathOf(first) === null
      ? withoutWay(first, 'no packet arrived')
      : fail(
          'A way for the sound was found, and no packet came over it.',
          'In the Telnyx portal, give the assistant a voice, and try it by its own Test button. If it is heard there, send this report to Telnyx’s support.',
        );
  }
  if (!heard) {
    return fail(
      `${packets} packets arrived, and all were silent.`,
      'In the Telnyx portal, give the assistant a greeting and a voice, and try it there.',
    );
  }
  const ms = Math.max(0, heard.atMs - beganAtMs);
  return pass(`${packets} packets arrived; the loudest level was ${level.toFixed(2)}.`, ms);
}

export function judgeSoundOut({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const packets = mostOf(first.sound, 'packetsOut');
  const level = mostOf(first.sound, 'levelOut');
  if (first.sound.length === 0) return unknown('The browser gave no statistics of the sound.');
  if (packets === 0) {
    return pathOf(first) === null
      ? withoutWay(first, 'no packet left the page')
      : fail(
          'A way for the sound was found, and no packet left the page over it.',
          'Choose another microphone in the browser, and check again. If no packet leaves then either, the server asks for no sound of visitors: send this report to Telnyx’s support.',
        );
  }
  const detail = `${packets} packets left; the loudest level was ${level.toFixed(2)}.`;
  if (level > audibleLevel) return pass(detail);
  return unknown(
    `${detail} The microphone gave only silence.`,
    'Choose the right microphone in the browser, and speak when the page asks you to.',
  );
}

export function judgeTrickle({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const [invite] = requests(fromPage(first), 'telnyx_rtc.invite');
  const sent = requests(fromPage(first), 'telnyx_rtc.candidate');
  const replies = sent.map((each) => replyTo(first, each));
  const refused = replies.filter((reply) => reply?.kind === 'error').length;
  const unanswered = replies.filter((reply) => reply === undefined).length;
  const received = requests(fromServer(first), 'telnyx_rtc.candidate').length;
  const path = pathOf(first);
  const way = path ? ` The sound goes ${path}.` : '';
  if (sent.length === 0) {
    return unknown(
      `No candidate was sent after the invite, which held ${invite?.candidates ?? 0}.${way}`,
    );
  }
  const detail = `The invite held ${counted(invite?.candidates ?? 0, 'candidate')}; ${sent.length} followed. The server refused ${refused}, acknowledged ${sent.length - refused - unanswered}, and sent ${received} of its own.${way}`;
  if (refused > 0) {
    const advice = 'Set no-trickle-ice on the element, and send this report to this project.';
    return fail(detail, advice);
  }
  // Sound may not come although the way for it was found.
  return path ? pass(detail) : fail(`${detail} No way for the sound was found.`, blockedAdvice);
}

function withoutWay(call: CallNotes, what: string): Finding {
  return hasNamedWays(call)
    ? fail(`No way for the sound was found, and ${what}.`, blockedAdvice)
    : fail(`This browser named no way for the sound, and ${what}.`, hiddenAdvice);
}

/** A browser that hides its own addresses may still name that of a TURN server. */
function hasNamedWays(call: CallNotes): boolean {
  const frames = fromPage(call);
  const [invite] = requests(frames, 'telnyx_rtc.invite');
  return (invite?.candidates ?? 0) > 0 || requests(frames, 'telnyx_rtc.candidate').length > 0;
}

function mostOf(
  sound: readonly SoundNote[],
  field: 'packetsIn' | 'packetsOut' | 'levelIn' | 'levelOut',
) {
  return Math.max(0, ...sound.map((note) => note[field]));
}

/** Says that the call was over before something could be tried; nothing if it was not. */
export function endedBefore(call: CallNotes): string | null {
  const atMs = endedByItself(call);
  if (atMs === null) return null;
  return `The call was over before: ${endingOf(call)}.`;
}
