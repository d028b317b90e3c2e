import { AsyncLocalStorage } from 'node:async_hooks';
import type { TraceContext } from './trace-context.ts';

export interface RequestContext {
  readonly id: string;
  readonly trace: TraceContext;
}

/** The request that is being answered, for all that happens on its way. */
export const requestContext = new AsyncLocalStorage<RequestContext>();
