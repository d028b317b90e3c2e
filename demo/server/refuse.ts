import type { Response } from 'express';

/** Answers in the server's own words. What Telnyx said goes to the report only. */
export function refuse(response: Response, status: number, error: string): void {
  response.status(status).send({ error });
}
