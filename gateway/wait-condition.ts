// What a test can wait for: the values of `for=` in /control/wait.
import { isNamed } from './frame-log.ts';
import type { Session } from './session.ts';

const QUIET_MS = 300;

export interface WaitOptions {
  /** How many such frames or calls there must be. */
  readonly count: number;
  /** For how many milliseconds it must have been quiet. */
  readonly quietMs: number;
}

export const DEFAULT_WAIT: WaitOptions = { count: 1, quietMs: QUIET_MS };

type Condition = (session: Session, options: WaitOptions) => boolean;

const CONDITIONS: Readonly<Record<string, Condition>> = {
  'call-active': ({ calls }, { count }) =>
    calls.length >= count && calls.at(-1)?.state === 'active',
  'call-ended': ({ calls }, { count }) =>
    calls.filter(({ state }) => state === 'ended').length >= count,
  'call-attached': ({ calls }, { count }) =>
    calls.reduce((sum, { attached }) => sum + attached, 0) >= count,
  'socket-closed': ({ isOpen }) => !isOpen,
  'socket-refused': ({ refusedSockets }, { count }) => refusedSockets >= count,
  heard: ({ calls }) => calls.at(-1)?.isHearingSound ?? false,
  quiet: ({ calls }, { quietMs }) => (calls.at(-1)?.quietMs ?? 0) >= quietMs,
};

/** Marks the name of a sent frame: "sent:<name>". A received frame goes by its bare name. */
const SENT = 'sent:';

export function isFulfilled(session: Session, wanted: string, options: WaitOptions): boolean {
  const condition = CONDITIONS[wanted];
  if (condition) return condition(session, options);
  const isSent = wanted.startsWith(SENT);
  const { records } = isSent ? session.sent : session.received;
  const name = isSent ? wanted.slice(SENT.length) : wanted;
  return records.filter((record) => isNamed(record, name)).length >= options.count;
}
