import { oneLine } from './one-line.ts';
import { requestContext } from '../http/request-context.ts';

const longestLine = 1200;

/** @returns the time, the request's id or "-", what happened, and why. */
export function lineOf(what: string, error: unknown): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  const time = new Date().toISOString();
  return `${time} ${requestContext.getStore() ?? '-'} ${oneLine(`${what}. ${reason}`, longestLine)}`;
}
