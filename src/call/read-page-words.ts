// What the page says of a call to the assistant. Most pages say nothing; what reads it comes for those that do.

import type { Variables } from '../core/call/custom-headers.ts';
import { loadOnce } from '../platform/load-once.ts';
import type { DialOptions } from '../telnyx/session-options.ts';

const load = loadOnce(() => import('./page-words.ts'));

export type PageWords = Pick<DialOptions, 'callerName' | 'customHeaders'>;

/** A page in JavaScript may have set anything. */
export async function readPageWords(callerName: string, variables: Variables): Promise<PageWords> {
  const given = Object(variables) as Variables;
  if (!callerName && Object.keys(given).length === 0) return {};
  const { toHeaders, toHeaderValue } = await load();
  const name = toHeaderValue(callerName || '');
  return { ...(name && { callerName: name }), customHeaders: toHeaders(given) };
}
