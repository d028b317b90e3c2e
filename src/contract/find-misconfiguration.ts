// Finds what only the page's author can mend, before anything is fetched or asked.

import { CallError } from '../core/call/call-error.ts';
import type { Settings } from './settings.ts';

/** What an author may take for our attributes, and what a secret of Telnyx looks like. */
const secretNames = /^(api-?key|login|passw(or)?d|secret|(access-|login-)?token|jwt)$/;
const secretValues = /KEY[\dA-F]{8}|eyJ[\w-]+\.eyJ/;

const localHosts = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/;

/** Whatever begins, a call or typing. */
export function findMisconfiguration({ assistantId, attributes }: Settings): CallError | null {
  const secret = [...attributes].find(
    ([name, value]) => secretNames.test(name) || secretValues.test(value),
  );
  if (secret) {
    const message = `Visitors can read ${secret[0]}: secrets belong on your server.`;
    return notConfigured(message);
  }
  return assistantId ? null : notConfigured('assistant-id is missing.');
}

export function findCallMisconfiguration(settings: Settings): CallError | null {
  const { destination, gatewayUrl, mode, tokenUrl, credentials } = settings;
  const error = findMisconfiguration(settings);
  if (error) return error;
  if (mode === 'text') return notConfigured('mode="text" offers no call.');
  if (gatewayUrl && !isGateway(gatewayUrl)) {
    return notConfigured('gateway-url must begin with wss: (or ws: on localhost).');
  }
  if (credentials && !localHosts.test(location.hostname)) {
    return notConfigured('credentials work on localhost only; use token-url.');
  }
  if ((tokenUrl || credentials) && !destination) {
    return notConfigured('token-url and credentials need destination.');
  }
  return null;
}

export function findTypingMisconfiguration(settings: Settings): CallError | null {
  const error = findMisconfiguration(settings);
  if (error || settings.chatUrl) return error;
  return notConfigured('Typing needs chat-url.');
}

/** Without encryption on this machine only. A link reads every address, and throws at none. */
function isGateway(address: string): boolean {
  const { hostname, protocol } = Object.assign(document.createElement('a'), { href: address });
  return protocol === 'wss:' || (protocol === 'ws:' && localHosts.test(hostname));
}

function notConfigured(message: string): CallError {
  console.error(`<telnyx-ai-call> ${message}`);
  return new CallError('not-configured', message);
}
