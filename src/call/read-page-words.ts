// What the page says of a call to the assistant. Most pages say nothing; what reads it comes for those that do.

import type { Variables } from '../core/call/custom-headers.ts';
import { loadOnce } from '../platform/load-once.ts';
import type { DialOptions } from '../telnyx/session-options.ts';
import type { CallRequest } from './call-request.ts';

const load = loadOnce(() => import('./page-words.ts'));

export type PageWords = Pick<DialOptions, 'callerName' | 'customHeaders'>;

/** A page in JavaScript may have set anything, and its handlers something else since. */
export async function readPageWords({ settings, variables }: CallRequest): Promise<PageWords> {
  const { callerName, variables: set } = settings;
  const odd = [variables, set].find(isUnreadable);
  const given = isUnreadable(variables) ? {} : (Object(variables) as Variables);
  if (!callerName && !odd && Object.keys(given).length === 0) return {};
  const { nameOdd, toHeaders, toHeaderValue } = await load();
  if (odd) nameOdd(odd);
  const name = toHeaderValue(callerName || '');
  return { ...(name && { callerName: name }), customHeaders: toHeaders(given) };
}

/** What has something to say, but not as names and values. */
function isUnreadable(variables: unknown): boolean {
  try {
    const isObject = Object.prototype.toString.call(variables) === '[object Object]';
    const values = Object.values(Object(variables) as object);
    return !!variables && !isObject && values.length === 0;
  } catch {
    return true;
  }
}
