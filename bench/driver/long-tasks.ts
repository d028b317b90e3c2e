// Finds tasks that hold a page's main thread for too long. It counts processor time, so other work on the
// machine does not make a task long.

import type { Page } from 'puppeteer-core';

/** https://w3c.github.io/longtasks/ */
const longMs = 50;

/** One event of a trace. Times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The names of two marks that the page sets (`performance.mark`). */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** @returns the length of each long task while `work` was done, in milliseconds. */
export async function longTasksDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  const tasks = tasksOf(await traceOf(page, ['toplevel'], work));
  return tasks.map(lengthOf).filter((durationMs) => durationMs > longMs);
}

/** @returns the length of the longest task between two marks while `work` was done, in milliseconds. */
export async function longestTaskBetween(
  page: Page,
  { from, to }: Span,
  work: () => Promise<void>,
): Promise<number> {
  const events = await traceOf(page, ['toplevel', 'blink.user_timing'], work);
  const momentOf = (mark: string) => events.find(({ name }) => name === mark)?.ts ?? NaN;
  const [fromTs, toTs] = [momentOf(from), momentOf(to)];
  // A mark lies inside of the task that sets it.
  const between = tasksOf(events).filter(({ ts, dur = 0 }) => ts + dur > fromTs && ts < toTs);
  return Math.max(...between.map(lengthOf));
}

async function traceOf(
  page: Page,
  categories: string[],
  work: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  await page.tracing.start({ categories });
  await work();
  const text = new TextDecoder().decode(await page.tracing.stop());
  return (JSON.parse(text) as { traceEvents: readonly TraceEvent[] }).traceEvents;
}

function tasksOf(events: readonly TraceEvent[]): TraceEvent[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  return events
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask')
    .filter((event) => mainThreads.has(threadOf(event)));
}

function lengthOf({ tdur = 0 }: TraceEvent): number {
  return tdur / 1000;
}
