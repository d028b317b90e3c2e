// Finds what only the page's author can mend, before anything is fetched or asked.

import { CallError } from '../core/call/call-error.ts';
import type { Settings } from './settings.ts';

/** What an author may take for our attributes. */
const secretNames =
  /^(login|token)$|(api[-_]?key|authorization|passw(or)?d|secret|(access|login)-token|jwt)$/;
/** Keys and tokens, what stands behind `Bearer`, and passwords in addresses. */
const secretValues =
  /KEY[\dA-F]{8}|eyJ[\w-]+\.[\w-]*\.|\b([Bb]earer|[Bb]asic(?=\s\S*[\d=]))[\s+]+[\w.~+/=-]{16}|\bsk[-_][\w-]{16}|\/\/[^/?#\s]*:[^/?#\s]*@/;

const localHosts = /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

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
  if (gatewayUrl && !isForSockets(gatewayUrl))
    return 'gateway-url must be a wss: address, or ws: without https.';
  if (credentials && !localHosts.test(location.hostname))
    return 'credentials work on localhost only; use token-url.';
  if ((tokenUrl || credentials) && !destination)
    return 'token-url and credentials need destination.';
  return null;
}

/** Whatever begins, a call or typing. */
function wrongAtAll({ assistantId, attributes }: Settings): string | null {
  const secret = [...attributes].find(([name, value]) => secretNames.test(name) || isSecret(value));
  if (secret) return `Visitors can read ${secret[0]}: secrets belong on your server.`;
  return assistantId ? null : 'assistant-id is missing.';
}

/** Parts of an address may be written with percent signs. Unlike `decodeURIComponent`, this takes any text. */
function isSecret(value: string): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- browsers must have it (ECMAScript, annex B)
  return secretValues.test(unescape(value));
}

/** Unlike `URL`, a link parses any text without throwing. A page that came by https connects to `wss:` only. */
function isForSockets(address: string): boolean {
  const { hostname, protocol } = Object.assign(document.createElement('a'), { href: address });
  const isSafe = protocol === 'wss:' || location.protocol !== 'https:' || localHosts.test(hostname);
  return isSafe && /^wss?:/.test(protocol) && !/[\s#]/.test(address);
}

function told(message: string | null): CallError | null {
  if (message === null) return null;
  console.error(`<telnyx-ai-call> ${message}`);
  return new CallError('not-configured', message);
}
