// Finds what holds the main thread of a page for longer than a visitor would forgive. Counts time on the
// processor: what else the machine does meanwhile does not make a task long.

import type { Page } from 'puppeteer-core';

/** https://w3c.github.io/longtasks/ */
const longMs = 50;

/** One event of a trace; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** @returns the length of each long task while `work` was done, in milliseconds. */
export async function longTasksDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.tracing.start({ categories: ['toplevel'] });
  await work();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as {
    traceEvents: readonly TraceEvent[];
  };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  return traceEvents
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask')
    .filter((event) => mainThreads.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000)
    .filter((durationMs) => durationMs > longMs);
}
