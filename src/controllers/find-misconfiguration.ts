// What only the page's author can mend.

import { CallError } from '../core/call-error.ts';
import type { CallHost } from './call-stage.ts';

const localHosts = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/;

export function findMisconfiguration(host: CallHost): CallError | null {
  const { assistantId, destination, tokenUrl, credentials } = host;
  if (!assistantId) return notConfigured('The attribute assistant-id is missing.');
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
