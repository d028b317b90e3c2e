// Errors in the form of Telnyx's REST API. Only the owner of the key may read their texts. Each text has a
// mark, which tests look for where it must not be.
import type { Response } from 'express';

export const upstreamMark = 'upstream-words';

const titles: Readonly<Record<number, readonly [code: string, title: string]>> = {
  401: ['10009', 'Authentication failed'],
  404: ['10005', 'Resource not found'],
  422: ['10015', 'Invalid parameter'],
  429: ['10011', 'Too many requests'],
  500: ['10007', 'Unexpected error'],
};

export function refuse(response: Response, status: number, about = ''): void {
  const [code, title] = titles[status] ?? ['10000', 'Error'];
  if (status === 429 && !response.hasHeader('Retry-After')) response.set('Retry-After', '60');
  const detail = `${title} (${upstreamMark}) ${about}`;
  response.status(status).send({ errors: [{ code, title, detail }] });
}
