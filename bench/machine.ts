import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine's size and the software, in one line. */
export function describeMachine(browserVersion: string): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`;
  return `${cores}, ${memory}, Node ${process.version}, ${browserVersion}`;
}
