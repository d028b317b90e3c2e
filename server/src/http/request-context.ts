import { AsyncLocalStorage } from 'node:async_hooks';

/** The id of the request that is being answered, for all that happens on its way. */
export const requestContext = new AsyncLocalStorage<string>();
