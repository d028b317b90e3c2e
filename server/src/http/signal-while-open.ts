import { setMaxListeners } from 'node:events';
import type { Response } from 'express';

/** @returns a signal that ends work for a visitor: when the visitor has left, or after this time. */
export function signalWhileOpen(response: Response, mostMs: number): AbortSignal {
  const left = new AbortController();
  response.once('close', () => left.abort());
  if (response.destroyed) left.abort();
  const signal = AbortSignal.any([left.signal, AbortSignal.timeout(mostMs)]);
  // Each request for this visitor listens. Node would warn of more than ten, on the standard error.
  setMaxListeners(0, signal);
  return signal;
}
