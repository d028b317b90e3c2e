// What balancers and orchestrators ask: whether the process lives, and whether it is to get visitors.

import { setTimeout } from 'node:timers/promises';
import { Router } from 'express';
import type { CredentialStore } from '../calls/credential-store.ts';
import { refuse } from './refuse.ts';

const longestCheckMs = 2000;
const keptMs = 1000;

/** @param store `null` if this site keeps no credentials. */
export function createHealthRoutes(
  wantsVisitors: () => boolean,
  store: Pick<CredentialStore, 'check'> | null,
): Router {
  const isThere = store === null ? () => Promise.resolve(true) : checkNowAndThen(store);
  const routes = Router();
  routes.use(['/healthz', '/readyz'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  routes.get('/healthz', (_request, response) => {
    response.send({ status: 'ok' });
  });
  routes.get('/readyz', async (_request, response) => {
    if (!wantsVisitors()) return refuse(response, 503, 'Leaving');
    if (!(await isThere())) return refuse(response, 503, 'No credentials');
    response.send({ status: 'ok' });
  });
  return routes;
}

/** Anybody may ask, however often: one check at a time is under way, and its result holds for a second. */
function checkNowAndThen(store: Pick<CredentialStore, 'check'>): () => Promise<boolean> {
  let result = Promise.resolve(false);
  let endedAtMs = -Infinity;
  return () => {
    if (performance.now() - endedAtMs < keptMs) return result;
    endedAtMs = Infinity;
    const check = store
      .check()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        endedAtMs = performance.now();
      });
    result = Promise.race([check, setTimeout(longestCheckMs, false, { ref: false })]);
    return result;
  };
}
