// Judges two further logins: one with an assistant that does not exist, and one by token.

import type { Observations } from '../observations.ts';
import { type Finding, fail, pass, skipped, unknown } from '../verdict.ts';
import { causesOf } from './judge-session.ts';
import { endingOf, refusedLogins, startOf, whyNot } from './read-call.ts';

export function judgeUnknownAssistant(observations: Observations): Finding {
  const call = observations.calls['unknown-assistant'];
  if (!call) {
    const reason = 'No login was tried with an assistant that does not exist.';
    return skipped(whyNot(observations, reason));
  }
  const refused = refusedLogins(call);
  const last = refused.at(-1);
  if (startOf(call)) {
    return fail(
      'A call with an assistant that does not exist was answered.',
      observations.asked.isTelnyx
        ? 'Nothing at your site. Send this report to this project.'
        : 'Nothing, if this is a server of your own for trials. For Telnyx, name no signaling server.',
    );
  }
  if (!last) {
    return unknown(`The login was not refused; the call came to nothing: ${endingOf(call)}.`);
  }
  const ms = last.atMs - call.beganAtMs;
  return pass(`The login was refused: ${causesOf(refused)}.`, ms);
}

export function judgeTokenLogin(observations: Observations): Finding {
  const { token } = observations.calls;
  const { asked } = observations;
  if (!asked.byToken) return skipped('No token-url and destination were given.');
  if (!token) return skipped(whyNot(observations, 'The login by token was not tried.'));
  const start = startOf(token);
  if (start) {
    const ms = start.atMs - token.beganAtMs;
    return pass('A login by token reached the destination, and the call was answered.', ms);
  }
  return fail(
    `The call by token came to nothing: ${endingOf(token)}.`,
    'The site’s endpoint must reply with a token as plain text. The destination must be a number or SIP address that leads to the assistant.',
  );
}
