// Finds what only the page's author can mend, before anything is fetched or asked.

import { CallError } from '../core/call/call-error.ts';
import type { Settings } from './settings.ts';

/** What an author may take for our attributes, and what a secret of Telnyx looks like. */
const secretNames = /^(api-?key|login|passw(or)?d|secret|(access-|login-)?token|jwt)$/;
const secretValues = /KEY[\dA-F]{8}|eyJ[\w-]+\.eyJ/;

const localHosts = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/;

export function findCallMisconfiguration(settings: Settings): CallError | null {
  return told(wrongForCall(settings));
}

export function findTypingMisconfiguration(settings: Settings): CallError | null {
  return told(wrongAtAll(settings) ?? (settings.chatUrl ? null : 'Typing needs chat-url.'));
}

/** In words for the page's author; `null`: nothing is wrong. */
export function wrongForCall(settings: Settings): string | null {
  const { destination, gatewayUrl, mode, tokenUrl, credentials } = settings;
  const wrong = wrongAtAll(settings);
  if (wrong !== null) return wrong;
  if (mode === 'text') return 'mode="text" offers no call.';
  if (gatewayUrl && !isForSockets(gatewayUrl)) return 'gateway-url must begin with wss: or ws:.';
  if (credentials && !localHosts.test(location.hostname))
    return 'credentials work on localhost only; use token-url.';
  if ((tokenUrl || credentials) && !destination)
    return 'token-url and credentials need destination.';
  return null;
}

/** Whatever begins, a call or typing. */
function wrongAtAll({ assistantId, attributes }: Settings): string | null {
  const secret = [...attributes].find(
    ([name, value]) => secretNames.test(name) || secretValues.test(value),
  );
  if (secret) return `Visitors can read ${secret[0]}: secrets belong on your server.`;
  return assistantId ? null : 'assistant-id is missing.';
}

/** A link reads every address, and throws at none. */
function isForSockets(address: string): boolean {
  const { hostname, protocol } = Object.assign(document.createElement('a'), { href: address });
  return hostname !== '' && /^wss?:$/.test(protocol);
}

function told(message: string | null): CallError | null {
  if (message === null) return null;
  console.error(`<telnyx-ai-call> ${message}`);
  return new CallError('not-configured', message);
}
