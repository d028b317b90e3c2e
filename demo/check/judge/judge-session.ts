// Judges the way to the session: socket, login, registration, settings.

import type { FrameNote } from '../frame-note.ts';
import type { CallNotes, Observations } from '../observations.ts';
import { type Finding, fail, pass, unknown } from '../verdict.ts';
import {
  counted,
  fromPage,
  fromServer,
  logins,
  refusedLogins,
  replyTo,
  requests,
  seconds,
} from './read-call.ts';

const withoutCall = unknown('No call was placed.');
const ready = ['REGED', 'REGISTER'];

export function judgeSignaling({ asked, calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const opened = first.sockets.find(({ openedAtMs }) => openedAtMs !== null);
  if (opened) {
    const ms = (opened.openedAtMs ?? 0) - opened.beganAtMs;
    return pass(`A socket was open after ${ms} ms.`, ms);
  }
  if (first.isBlockedByPolicy) {
    return fail(
      'The page’s Content-Security-Policy forbids the socket.',
      `Add ${asked.isTelnyx ? 'wss://rtc.telnyx.com' : 'the address of the signaling server'} to connect-src of the Content-Security-Policy that the site’s server sends.`,
    );
  }
  return fail(
    `No socket could be opened (${first.sockets.length} tried).`,
    asked.isTelnyx
      ? 'Try another network. If it works there, open wss://rtc.telnyx.com, port 443, in the firewall or proxy of this one.'
      : 'Compare the address of the signaling server, and see whether it runs there. For Telnyx, name none.',
  );
}

const refusalAdvice =
  'In the Telnyx portal: AI Assistants → this assistant → Calling: allow unauthenticated web calls (supports_unauthenticated_web_calls). Compare the assistant’s id with the one that the portal shows. See whether the Telnyx account is verified.';

export function judgeLogin({ asked, calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const [login] = loginsOf(first);
  if (!login) return fail('The page sent no login.', 'Look in the browser’s console.');
  const taken = loginsOf(first)
    .map((each) => replyTo(first, each))
    .find((each) => each?.kind === 'result');
  // What a client that comes back is told belongs to another step.
  const refused = refusedLogins(first).filter(({ atMs }) => atMs < (taken?.atMs ?? Infinity));
  if (taken) {
    const ms = taken.atMs - login.atMs;
    if (refused.length === 0) return pass(`The login was taken after ${ms} ms.`, ms);
    return pass(
      `The login was taken after ${counted(refused.length, 'refusal')} that passed (${causesOf(refused)}), ${seconds(ms)} in all.`,
      ms,
    );
  }
  if (refused.length > 0) {
    const ms = (refused.at(-1)?.atMs ?? login.atMs) - login.atMs;
    return fail(
      `The login was refused ${counted(refused.length, 'time')}: ${causesOf(refused)}.`,
      refusalAdvice,
      ms,
    );
  }
  const others = fromServer(first).length;
  return fail(
    others === 0
      ? 'The server did not answer the login, and said nothing else.'
      : `The server did not answer the login, but sent ${counted(others, 'other message')}.`,
    asked.isTelnyx
      ? 'Look at status.telnyx.com, try again in some minutes, and choose another region under “More”.'
      : 'This signaling server does not speak as Telnyx’s does. For Telnyx, name none: leave the field “Signaling server” empty.',
  );
}

export function loginsOf(call: CallNotes): FrameNote[] {
  return fromPage(call).filter(({ kind, method }) => kind === 'request' && logins.includes(method));
}

/** As "2 × −32001 login incorrect". */
export function causesOf(refused: readonly FrameNote[]): string {
  const counts = new Map<string, number>();
  for (const { error } of refused) {
    const cause = `${error?.code ?? 'no code'} ${error?.words ?? ''}`.trim();
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return [...counts].map(([cause, count]) => `${count} × ${cause}`).join(', ');
}

export function judgeReady({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const [login] = loginsOf(first);
  const clientReady = requests(fromServer(first), 'telnyx_rtc.clientReady')[0];
  const states = fromServer(first).flatMap(({ gatewayState }) => gatewayState ?? []);
  const isReady = fromServer(first).find(({ gatewayState }) => ready.includes(gatewayState ?? ''));
  const ms = (isReady?.atMs ?? 0) - (login?.atMs ?? 0);
  const wasPlaced = requests(fromPage(first), 'telnyx_rtc.invite').length > 0;
  if (wasPlaced) {
    const fields = clientReady
      ? `clientReady has ${parameters(clientReady)}`
      : 'no clientReady came';
    return pass(`The session was ready; ${fields}.`, Math.max(0, ms));
  }
  if (!clientReady && states.length === 0) {
    return fail('The server took the login, and then sent no clientReady.', trouble);
  }
  if (isReady) {
    return fail('The session was ready, but no call was placed.', 'Look in the browser’s console.');
  }
  const seen = states.length === 0 ? 'none' : [...new Set(states)].join(', ');
  return fail(`The session never became ready; gateway states: ${seen}.`, trouble);
}

const trouble =
  'Look at status.telnyx.com, try again in some minutes, and choose another region under “More”. If it stays so, send this report to Telnyx’s support.';

function parameters({ fields }: FrameNote): string {
  const names = fields
    .filter((field) => field.startsWith('params.'))
    .map((field) => field.slice(7));
  return names.length === 0 ? 'no fields' : `the fields ${names.join(', ')}`;
}

export function judgeSettings({ calls: { first } }: Observations): Finding {
  if (!first) return withoutCall;
  const frame = fromServer(first).find(({ settings }) => settings !== null);
  if (!frame?.settings) {
    return unknown(
      'The server sent no settings. A call works without.',
      'Nothing to change. Texts and looks of the portal’s widget are then not taken over; set them as attributes.',
    );
  }
  const { place, toolsKey, tools, isRead } = frame.settings;
  const where = `in ${place === '' ? 'params itself' : `params.${place}`}`;
  const list =
    toolsKey === null ? 'no list of tools' : `${counted(tools.length, 'tool')} under ${toolsKey}`;
  const came = place === null ? 'with no field that is known' : `${where}, with ${list}`;
  const detail = `Settings came ${came}.`;
  if (isRead) return pass(detail);
  return fail(
    `${detail} The widget does not read ${place === null ? 'them' : 'them there'}.`,
    'Nothing at your site: set the texts and looks as attributes. Send this report to this project.',
  );
}
