// The check as a command, wherever it runs: what it prints, and how it ends.

import { startGateway } from '../../../gateway/node/start-gateway.ts';
import type { startPages } from '../../start-pages.ts';
import { reportText } from '../report.ts';
import { checkInBrowser } from './check-in-browser.ts';
import { type CheckCommand, parseCommand, usage } from './parse-command.ts';
import { EndpointRelay } from './relay-endpoints.ts';

const untried = JSON.stringify({ verdict: 'unknown', steps: [] });

export interface CommandHost {
  readonly servePages: typeof startPages;
  /** For the result alone. */
  readonly print: (text: string) => void;
  /** For what it is doing, and for what goes wrong. */
  readonly tell: (text: string) => void;
}

/** @returns the exit code. */
export async function runCommand(words: readonly string[], host: CommandHost): Promise<number> {
  let command: CheckCommand;
  try {
    command = parseCommand(words);
  } catch (error) {
    host.tell(`${messageOf(error)}\n\n${usage}`);
    if (words.includes('--json')) host.print(untried);
    return 2;
  }
  try {
    return await check(command, host);
  } catch (error) {
    host.tell(`It could not be tried: ${messageOf(error)}`);
    if (command.isJson) host.print(untried);
    return 2;
  }
}

async function check(
  { assistantId, to, isJson, origin, fields }: CheckCommand,
  { servePages, print, tell }: CommandHost,
): Promise<number> {
  const gateway = to === 'local' ? await startGateway() : null;
  const relay = new EndpointRelay(origin);
  const pages = await servePages({ port: 0, answer: relay.answer });
  const gatewayUrl = gateway?.url ?? (to instanceof URL ? to.href : '');
  try {
    const report = await checkInBrowser({
      pageUrl: pages.url,
      fields: { ...relay.take(fields), 'assistant-id': assistantId, 'gateway-url': gatewayUrl },
      progress: tell,
    });
    const { verdict, steps } = report;
    print(isJson ? JSON.stringify({ verdict, steps }) : reportText(report));
    return verdict === 'fail' ? 1 : verdict === 'pass' ? 0 : 2;
  } finally {
    await pages.close();
    await gateway?.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
