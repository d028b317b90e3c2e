// What the site's support asks for when something went wrong: ids, and what runs here. No words of the
// conversation, no tokens, no variables.

import type { CallErrorCode } from '../../core/call/call-error.ts';
import type { CallIds } from '../../core/call/call-state.ts';
import { version } from '../../core/version.ts';

export interface SupportFacts {
  readonly conversationId: string | null;
  /** Of the current or last call. */
  readonly ids: CallIds | null;
  readonly lastError: CallErrorCode | null;
}

/** In no language of the visitor's: the reader is the site's support. */
export function toSupportDetails({ conversationId, ids, lastError }: SupportFacts): string {
  const facts = {
    conversation: conversationId,
    'call control id': ids?.callControlId,
    'call session id': ids?.callSessionId,
    'last error': lastError,
    time: new Date().toISOString(),
    'telnyx-ai-call': version,
    browser: navigator.userAgent,
  };
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${toLine(value)}`);
  return lines.join('\n');
}

/** Ids come from outside. */
function toLine(value: string | null | undefined): string {
  return value?.replace(/[\s\p{Cc}]+/gu, ' ') ?? 'none';
}
