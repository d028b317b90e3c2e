// `npm run check:assistant -- <assistant id>`: the check's page in a headless browser, for a terminal and for a
// site's own monitoring.

import { startGateway } from '../../../gateway/node/start-gateway.ts';
import { startPages } from '../../start-pages.ts';
import { reportText } from '../report.ts';
import { checkInBrowser } from './check-in-browser.ts';
import { type CheckCommand, parseCommand, usage } from './parse-command.ts';
import { EndpointRelay } from './relay-endpoints.ts';

/** Standard output is for the result alone. */
console.log = console.error;

process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  let command: CheckCommand;
  try {
    command = parseCommand(words);
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${usage}`);
    if (words.includes('--json')) printUntried();
    return 2;
  }
  try {
    return await check(command);
  } catch (error) {
    console.error(`It could not be tried: ${messageOf(error)}`);
    if (command.isJson) printUntried();
    return 2;
  }
}

async function check({ assistantId, to, isJson, origin, fields }: CheckCommand): Promise<number> {
  const gateway = to === 'local' ? await startGateway() : null;
  const relay = new EndpointRelay(origin);
  const pages = await startPages({ port: 0, answer: relay.answer });
  const gatewayUrl = gateway?.url ?? (to instanceof URL ? to.href : '');
  try {
    const report = await checkInBrowser({
      pageUrl: pages.url,
      fields: { ...relay.take(fields), 'assistant-id': assistantId, 'gateway-url': gatewayUrl },
      progress: (doing) => console.error(doing),
    });
    const { verdict, steps } = report;
    print(isJson ? JSON.stringify({ verdict, steps }) : reportText(report));
    return verdict === 'fail' ? 1 : verdict === 'pass' ? 0 : 2;
  } finally {
    await pages.close();
    await gateway?.close();
  }
}

function printUntried(): void {
  print(JSON.stringify({ verdict: 'unknown', steps: [] }));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
