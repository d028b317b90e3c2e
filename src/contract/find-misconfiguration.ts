// What only the page's author can mend.

import { CallError } from '../core/call/call-error.ts';
import type { CallHost } from './call-stage.ts';

/** What an author may take for our attributes, and what a secret of Telnyx looks like. */
const secretNames = /^(api-?key|login|passw(or)?d|secret|(access-|login-)?token|jwt)$/;
const secretValues = /^(KEY[\dA-F]{8}|eyJ[\w-]+\.eyJ)/;

const localHosts = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/;

export function findMisconfiguration(host: CallHost, { isForCall = true } = {}): CallError | null {
  const { assistantId, chatUrl, destination, mode, tokenUrl, credentials } = host;
  const secret = [...host.attributes].find(
    ({ name, value }) => secretNames.test(name) || secretValues.test(value),
  );
  if (secret) {
    const message = `Visitors can read ${secret.name}: secrets belong on your server. See token-url.`;
    console.error(`<telnyx-ai-call> ${message}`);
    return notConfigured(message);
  }
  if (!assistantId) return notConfigured('The attribute assistant-id is missing.');
  if (!isForCall) return chatUrl ? null : notConfigured('Typing needs the attribute chat-url.');
  if (mode === 'text') return notConfigured('mode="text" offers no call.');
  if (credentials && !localHosts.test(location.hostname)) {
    return notConfigured('credentials are for development on localhost only; use token-url.');
  }
  if ((tokenUrl || credentials) && !destination) {
    return notConfigured('A login by token or credentials needs the attribute destination.');
  }
  return null;
}

function notConfigured(message: string): CallError {
  return new CallError('not-configured', message);
}
