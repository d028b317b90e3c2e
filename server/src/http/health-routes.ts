// What balancers and orchestrators ask: whether the process lives, and whether it is to get visitors.

import { setTimeout } from 'node:timers/promises';
import { Router } from 'express';
import type { CredentialStore } from '../calls/credential-store.ts';
import { refuse } from './refuse.ts';

const longestCheckMs = 2000;

/** @param store `null` if this site keeps no credentials. */
export function createHealthRoutes(
  wantsVisitors: () => boolean,
  store: Pick<CredentialStore, 'check'> | null,
): Router {
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
    if (store && !(await isThere(store))) return refuse(response, 503, 'No credentials');
    response.send({ status: 'ok' });
  });
  return routes;
}

async function isThere(store: Pick<CredentialStore, 'check'>): Promise<boolean> {
  const check = store.check().then(
    () => true,
    () => false,
  );
  return Promise.race([check, setTimeout(longestCheckMs, false, { ref: false })]);
}
