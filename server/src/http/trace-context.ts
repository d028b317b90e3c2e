// Trace context (W3C): which trace a request belongs to. It is passed on to Telnyx, and stands in the log.

import { randomBytes } from 'node:crypto';

export interface TraceContext {
  readonly traceId: string;
  /** The headers of what is asked upstream for this request. */
  readonly headers: Readonly<Record<string, string>>;
}

const longestState = 512;

/** Goes on with the trace of the headers; begins one if there is none, or none that is valid. */
export function readTraceContext(
  traceparent: string | undefined,
  tracestate: string | undefined,
): TraceContext {
  const [, version, traceId = '', parentId = '', flags = ''] =
    /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-.*)?$/.exec(traceparent ?? '') ?? [];
  // Only later versions may say more.
  const hasMore = version === '00' && traceparent !== `00-${traceId}-${parentId}-${flags}`;
  const isValid =
    version !== undefined && version !== 'ff' && !isZero(traceId) && !isZero(parentId) && !hasMore;
  if (!isValid) {
    const newId = randomBytes(16).toString('hex');
    return { traceId: newId, headers: { traceparent: `00-${newId}-${newSpan()}-00` } };
  }
  const headers = { traceparent: `00-${traceId}-${newSpan()}-${flags}` };
  const isState = tracestate !== undefined && /^[ -~]+$/.test(tracestate);
  if (!isState || tracestate.length > longestState) return { traceId, headers };
  return { traceId, headers: { ...headers, tracestate } };
}

function newSpan(): string {
  return randomBytes(8).toString('hex');
}

function isZero(id: string): boolean {
  return /^0+$/.test(id);
}
