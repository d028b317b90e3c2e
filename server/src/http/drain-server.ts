import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import type { Report } from '../log/report.ts';
import { createLog } from '../log/create-log.ts';

const checkMs = 50;
/** What is cut off at the end has so long to tidy up. */
const lastMs = 1000;

/**
 * Has balancers send visitors elsewhere. Then it takes no new visitors, lets the answers and credentials that are under
 * way be finished, and closes all. What is not finished in time is cut off.
 * @returns in time, whatever happens.
 */
export async function drainServer(
  server: Server,
  app: App,
  { leaveSeconds, drainSeconds }: Pick<Config, 'leaveSeconds' | 'drainSeconds'>,
  tell: Report = createLog(),
): Promise<void> {
  app.leave();
  await setTimeout(leaveSeconds * 1000);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection whose last answer has ended stays open for a while. Nothing is to be waited for there.
  const idle = setInterval(() => server.closeIdleConnections(), checkMs);
  await Promise.race([closed, setTimeout(drainSeconds * 1000, undefined, { ref: false })]);
  clearInterval(idle);
  server.closeAllConnections();
  // A credential may still be under way for a visitor who has left.
  const closing = app.close().then(
    () => true,
    (error: unknown) => {
      tell('The stores could not be closed', error);
      return true;
    },
  );
  if (await Promise.race([closing, setTimeout(lastMs, false, { ref: false })])) return;
  tell('Ended too early', new Error('A credential may be left at Telnyx'));
}
