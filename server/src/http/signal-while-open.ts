import type { Response } from 'express';

/** @returns a signal that ends work for a visitor: when the visitor has left, or after this time. */
export function signalWhileOpen(response: Response, mostMs: number): AbortSignal {
  const left = new AbortController();
  response.once('close', () => left.abort());
  return AbortSignal.any([left.signal, AbortSignal.timeout(mostMs)]);
}
