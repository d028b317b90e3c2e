import type { Response } from 'express';

/** Always in words of ours: what Telnyx said is for the report. */
export function refuse(response: Response, status: number, error: string): void {
  response.status(status).send({ error });
}
