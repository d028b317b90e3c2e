// The server's log: one line of JSON for each thing that the site's owner should know.

import pino, { type DestinationStream } from 'pino';
import { requestContext } from '../http/request-context.ts';
import { oneLine } from './one-line.ts';
import type { Report } from './report.ts';

const longestText = 1200;
/** What cannot be written waits, up to so many bytes. */
const longestQueue = 1_000_000;

/** @param destination where the lines go. Default: the standard error, at once, so that none is lost at the end. */
export function createLog(destination: DestinationStream = standardError()): Report {
  const log = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    destination,
  );
  return (what, error) => {
    const request = requestContext.getStore();
    // The message only. The error object of an HTTP client may hold a request and its headers.
    const cause = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
    log.error(
      {
        ...(request ? { requestId: request.id, traceId: request.trace.traceId } : {}),
        cause: oneLine(cause, longestText),
      },
      oneLine(what, longestText),
    );
  };
}

function standardError(): DestinationStream {
  const stream = pino.destination({ fd: 2, sync: true, maxLength: longestQueue });
  // A full disk must not end the process: whoever is refused could fill it. The next line tries again.
  stream.on('error', () => {});
  return stream;
}
