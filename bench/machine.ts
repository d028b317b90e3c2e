import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** The machine's size and the software, in one line. */
export function describeMachine(browserVersion: string): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`;
  // A load above the number of cores means that others were at work. Then the times are too long.
  const load = `load ${(loadavg()[1] ?? 0).toFixed(1)}`;
  return `${cores}, ${memory}, ${load}, Node ${process.version}, ${browserVersion}`;
}
