// Judges what the page needs before any call: the browser, the microphone, the code.

import { type Finding, fail, pass, unknown } from '../verdict.ts';
import { notesOf } from '../event-note.ts';
import type { Observations } from '../observations.ts';

const microphoneAdvice: Readonly<Record<string, string>> = {
  NotAllowedError:
    'Allow the microphone for this page: the lock or camera sign beside the address, then reload.',
  NotFoundError: 'Connect a microphone, and look in the system settings whether it is switched on.',
  NotReadableError: 'Another program holds the microphone. Close it, and check again.',
  'no answer': 'Answer the browser’s question for the microphone, and check again.',
};

export function judgeBrowser({ page }: Observations): Finding {
  if (page === null) return unknown('The page was not looked at.');
  const { ms, isSecure, missing, isMicrophoneAllowed, microphoneError, isOnline } = page;
  if (!isSecure) {
    return fail(
      'The page is not served over https, so the browser gives it no microphone.',
      'Serve the page over https. Only localhost may do without.',
      ms,
    );
  }
  if (missing.length > 0) {
    return fail(
      `This browser lacks ${missing.join(', ')}.`,
      'Use a current Chrome, Edge, Firefox or Safari. In an app, its web view must allow WebRTC.',
      ms,
    );
  }
  if (isMicrophoneAllowed === false) {
    return fail(
      'The page’s Permissions-Policy forbids the microphone.',
      'Let the site’s server send the header Permissions-Policy: microphone=(self). In an iframe, add allow="microphone" to its tag.',
      ms,
    );
  }
  if (microphoneError !== null) {
    const advice = microphoneAdvice[microphoneError];
    const fallback = 'Try another browser. Tell this project the name of the error.';
    return fail(`There is no microphone: ${microphoneError}.`, advice ?? fallback, ms);
  }
  if (!isOnline) {
    return fail('The browser says that it is offline.', 'Connect to the internet.', ms);
  }
  return pass('The page is secure, and a microphone was opened.', ms);
}

export function judgeCode({ code, calls: { first } }: Observations): Finding {
  if (code === null) return unknown('No code was asked for.');
  const errors = first ? notesOf(first.events, 'error') : [];
  if (errors.some((error) => error.code === 'load-failed')) {
    return fail(
      'The element was loaded, the code of a call was not.',
      'Serve the folder chunks/ beside the script, with CORS if it is on another server. The Content-Security-Policy must name that server in script-src.',
      code.ms,
    );
  }
  const [socket] = first?.sockets ?? [];
  if (!first || (!socket && !first.isBlockedByPolicy)) {
    const [error] = errors;
    if (error?.code === 'busy-elsewhere') {
      return fail(
        'Another tab of this browser has a call with this assistant.',
        'End it there, and check again.',
        code.ms,
      );
    }
    return fail(
      `The call came to nothing before a socket was opened${error ? ` (${error.code})` : ''}.`,
      'Look in the browser’s console for what the element says.',
      code.ms,
    );
  }
  const untilSocketMs = socket ? socket.beganAtMs - first.beganAtMs : 0;
  return pass(
    `The element took ${code.ms} ms, the code of a call at most ${untilSocketMs} ms.`,
    code.ms + untilSocketMs,
  );
}
