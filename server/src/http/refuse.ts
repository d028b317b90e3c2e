import type { Response } from 'express';
import { oneLine } from '../log/one-line.ts';
import type { Report } from '../log/report.ts';

/** Answers in the server's own words. What Telnyx said goes to the report only. */
export function refuse(response: Response, status: number, error: string): void {
  response.locals['refusal'] = error;
  response.status(status).send({ error });
}

/** @returns why it was refused; `null` if it was not. */
export function refusalOf(response: Response): string | null {
  const reason: unknown = response.locals['refusal'];
  return typeof reason === 'string' ? reason : null;
}

const longestDetail = 100;

/**
 * Refuses what is not allowed, and tells the site's owner why: most of the time, a setting is wrong.
 * @param detail what was asked for, in the words of whoever asked.
 */
export function forbid(response: Response, report: Report, error: string, detail: string): void {
  report('Refused with 403', new Error(`${error}: ${oneLine(detail, longestDetail)}`));
  refuse(response, 403, error);
}
