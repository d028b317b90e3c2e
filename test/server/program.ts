// The server as a program of its own, for tests that end it.
import { type ChildProcess, spawn } from 'node:child_process';

export interface Program {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it has written to its log so far. */
  log(): string;
}

export async function startProgram(
  environment: Readonly<Record<string, string | undefined>>,
  parameters: readonly string[] = ['--import', 'tsx', 'server/src/main.ts'],
): Promise<Program> {
  const child = spawn(process.execPath, parameters, {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let log = '';
  child.stderr.on('data', (data: Buffer) => (log += data.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const [found] = /http:\S+:\d+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${log}`)));
  });
  return { child, url, log: () => log };
}
