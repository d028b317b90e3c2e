// `npm run check:assistant`: what it prints, and how it ends. As a program, it makes its pages from source each time;
// where that does not matter, it runs in this process, with the pages that are built.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { parseCommand } from '../../../demo/check/command/parse-command.ts';
import { runCommand } from '../../../demo/check/command/run-command.ts';
import type { StepResult } from '../../../demo/check/verdict.ts';
import { type StepId, stepIds } from '../../../demo/check/step-id.ts';
import { type Gateway, startGateway } from '../../../gateway/node/start-gateway.ts';
import { startBuiltPages } from '../built-pages.ts';
import { BadEndpoints } from './bad-endpoints.ts';
import { Servers } from './servers.ts';

interface Run {
  readonly code: number;
  readonly printed: string;
  readonly told: string;
}

let gateway: Gateway;
before(async () => void (gateway = await startGateway()));
after(() => gateway.close());

async function runProgram(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const program = ['--import', 'tsx', 'demo/check/command/command.ts', ...words];
  const child = spawn(process.execPath, program, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const exit = once(child, 'exit');
  const [printed, told] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await exit) as [number];
  return { code, printed, told };
}

async function run(words: readonly string[]): Promise<Run> {
  let [printed, told] = ['', ''];
  const code = await runCommand(words, {
    servePages: startBuiltPages,
    print: (text) => void (printed += `${text}\n`),
    tell: (text) => void (told += `${text}\n`),
  });
  return { code, printed, told };
}

function stepsIn(printed: string): readonly StepResult[] {
  const result = JSON.parse(printed) as Readonly<Record<string, unknown>>;
  assert.deepEqual(Object.keys(result), ['verdict', 'steps']);
  const steps = result['steps'] as readonly StepResult[];
  for (const step of steps) {
    assert.deepEqual(Object.keys(step), ['id', 'verdict', 'ms', 'detail', 'advice']);
    assert.equal(typeof step.ms, 'number');
  }
  return steps;
}

describe('the command', () => {
  it('ends with 0 if nothing fails, and prints JSON alone', async () => {
    const { code, printed, told } = await runProgram([
      'assistant-demo',
      '--gateway',
      gateway.url,
      '--json',
    ]);
    const steps = stepsIn(printed);
    assert.deepEqual(
      steps.map(({ id }) => id),
      stepIds,
    );
    assert.deepEqual(
      steps.filter(({ verdict }) => verdict === 'fail'),
      [],
    );
    // The microphone is a clip in which somebody speaks.
    assert.equal(steps.find(({ id }) => id === 'visitor-words')?.verdict, 'pass');
    assert.equal(code, 0, told);
    assert.match(told, /Placing the first call/);
  });

  it('ends with 1 if a step fails, and prints the same list for people', async () => {
    const { code, printed } = await runProgram(['assistant-refuses-login', '--local']);
    assert.equal(code, 1);
    assert.match(printed, /^Check of telnyx-ai-call: .*1 failed/);
    assert.match(
      printed,
      /^Failed {4}The login is taken .*refused 3 times.*\n +→ In the Telnyx portal/m,
    );
  });

  it('ends with 2 if it has no browser, or cannot use its words', async () => {
    const noBrowser = { CHROME_PATH: '/nowhere/chrome' };
    const unable = await runProgram(['assistant-demo', '--local', '--json'], noBrowser);
    assert.equal(unable.code, 2);
    assert.deepEqual(JSON.parse(unable.printed), { verdict: 'unknown', steps: [] });
    assert.match(unable.told, /could not be tried: There is no browser at \/nowhere\/chrome/);

    const broken = await runProgram(['assistant-demo', '--local'], { CHROME_PATH: '/bin/false' });
    assert.equal(broken.code, 2);
    assert.equal(broken.printed, '');
    assert.match(broken.told, /could not be tried: The browser \/bin\/false could not be started/);

    const wrong = await runProgram(['--colour']);
    assert.equal(wrong.code, 2);
    assert.equal(wrong.printed, '');
    assert.match(wrong.told, /--gateway <ws url>/);
  });

  it('asks the site’s endpoints as a page of the site does', async () => {
    const site = await BadEndpoints.start();
    const words = ['assistant-refuses-login', '--local', '--json', '--patience', '3'];
    const own = await run([...words, '--chat-url', `${site.url}/own`]);
    const elsewhere = ['--chat-url', `${site.url}/own`, '--origin', 'https://shop.example'];
    const refused = await run([...words, ...elsewhere]);
    site.stop();
    const verdictOf = (printed: string, wanted: StepId) =>
      stepsIn(printed).find(({ id }) => id === wanted)?.verdict;
    assert.equal(verdictOf(own.printed, 'chat-url'), 'pass', own.printed);
    assert.equal(verdictOf(own.printed, 'chat-history'), 'pass', own.printed);
    assert.equal(verdictOf(refused.printed, 'chat-url'), 'fail');
    assert.match(refused.printed, /POST to chat-url was answered 403/);
    const gone = await run([...words, '--chat-url', `${site.url}/own`]);
    assert.match(gone.printed, /POST to chat-url reached no server/);
  });
});

/** Servers of which nobody could guess what they are. Each is what comes of a connection. */
const strangers: Readonly<Record<string, readonly [(socket: Socket) => void, failed: RegExp]>> = {
  'says nothing': [() => {}, /^signaling: No socket could be opened/],
  'closes each connection at once': [(socket) => socket.destroy(), /^signaling: No socket/],
  'answers with an error of HTTP': [
    (socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n'),
    /^signaling: No socket could be opened/,
  ],
  'answers with something else than HTTP': [
    (socket) => socket.end('220 mail.example ESMTP\r\n'),
    /^signaling: No socket could be opened/,
  ],
};

describe('the command, with a server that', { concurrency: 2 }, () => {
  const limitMs = 60_000;

  async function failureAt(url: string): Promise<string> {
    const beganMs = performance.now();
    const words = ['assistant-1', '--gateway', url, '--patience', '2', '--json'];
    const { code, printed, told } = await run(words);
    assert.ok(performance.now() - beganMs < limitMs, 'it took too long');
    assert.equal(code, 1, told);
    const [failed] = stepsIn(printed).filter(({ verdict }) => verdict === 'fail');
    assert.ok(failed?.advice);
    return `${failed.id}: ${failed.detail}`;
  }

  for (const [name, [connected, failed]] of Object.entries(strangers)) {
    it(name, async () => {
      const server = createServer(connected).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const failure = await failureAt(`ws://127.0.0.1:${port}`);
      server.close();
      assert.match(failure, failed);
    });
  }

  it('is not there', async () => {
    assert.match(await failureAt('ws://127.0.0.1:9'), /^signaling: No socket could be opened/);
  });

  it('speaks of other things', async () => {
    const servers = new Servers();
    const url = await servers.startStranger((socket) => socket.send('220 private words'));
    const failure = await failureAt(url);
    servers.stop();
    assert.match(
      failure,
      /^login: The server did not answer the login, but sent \d+ other message/,
    );
  });
});

describe('npm’s script', () => {
  it('prints JSON alone with --silent, and ends as the command does', async () => {
    const words = [
      'run',
      '--silent',
      'check:assistant',
      '--',
      'assistant-1',
      '--patience',
      '1',
      '--json',
    ];
    const child = spawn('npm', words, { stdio: ['ignore', 'pipe', 'ignore'] });
    const exit = once(child, 'exit');
    assert.deepEqual(JSON.parse(await text(child.stdout)), { verdict: 'unknown', steps: [] });
    assert.deepEqual(await exit, [2, null]);
  });
});

describe('the words of the command', () => {
  it('become the fields of the form', () => {
    const words = 'assistant-1 --version v2 --region eu --tool open_page --json'.split(' ');
    assert.deepEqual(parseCommand(words), {
      assistantId: 'assistant-1',
      to: 'telnyx',
      isJson: true,
      origin: null,
      fields: { 'assistant-version': 'v2', region: 'eu', tool: 'open_page' },
    });
  });

  for (const [words, problem] of [
    ['', /Name an assistant/],
    ['assistant-1 --patience 2.5', /a whole number/],
    ['assistant-1 --tool open.page', /--tool is a name/],
    ['assistant-1 --token-url https://x', /both --token-url and --destination/],
    ['assistant-1 --destination sip:x', /both --token-url and --destination/],
    ['assistant-1 assistant-2', /One assistant at a time/],
    ['assistant-1 --gateway http://x', /begins with ws:/],
    ['assistant-1 --gateway ws://x --local', /not both/],
    ['assistant-1 --patience 1000', /from 2 to 30/],
    ['assistant-1 --chat-url /api/chat', /--chat-url .* https:/],
    ['assistant-1 --origin shop.example', /--origin .* https:/],
    ['assistant-1 --unknown', /unknown/],
  ] as const) {
    it(`are refused: “${words}”`, () => {
      assert.throws(() => parseCommand(words.split(' ').filter(Boolean)), problem);
    });
  }

  it('are refused: an id that is empty', () => {
    assert.throws(() => parseCommand([' ']), /Name an assistant/);
  });
});
