import type { Report } from './report.ts';

const mostPerMinute = 60;
const minuteMs = 60_000;

interface Told {
  readonly sinceMs: number;
  count: number;
}

/** Whoever sends requests that are refused, without end, must not fill the disk. */
export function limitReports(report: Report, now = () => performance.now()): Report {
  /** By what happened, in the server's own few words. */
  const kinds = new Map<string, Told>();
  return (what, error) => {
    let told = kinds.get(what);
    if (!told || now() - told.sinceMs > minuteMs) {
      const left = (told?.count ?? 0) - mostPerMinute;
      if (left > 0) report(what, new Error(`${left} more in the last minute`));
      told = { sinceMs: now(), count: 0 };
      kinds.set(what, told);
    }
    told.count += 1;
    if (told.count <= mostPerMinute) report(what, error);
  };
}
