// Functions of the page that the assistant can call: what they do, and which answer the assistant gets.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { toolCall } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

const calling = 'assistant-calls-tool.script=quiet';
const quiet = 'assistant-demo.script=quiet';

/** The answers that the gateway got, oldest first, with their JSON parsed. */
async function outputs(page: CallPage, count = 1): Promise<unknown[]> {
  const { received } = await page.gatewayHas('function_call_output', { count });
  const items = received.map(({ params }) => (params as { item?: Item } | null)?.item);
  return items
    .filter((item) => item?.type === 'function_call_output')
    .map((item) => parse(item?.output ?? ''));
}

interface Item {
  readonly type?: string;
  readonly output?: string;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function statuses(page: CallPage): string[] {
  return page.details('telnyx-tool-call').map((detail) => {
    return 'reason' in detail ? `${detail.status} ${detail.reason}` : detail.status;
  });
}

const forever = () => new Promise<never>(() => undefined);

describe('a tool of the page', () => {
  afterEach(() => localStorage.clear());

  it('changes the page, and the assistant gets its result', async () => {
    const page = await CallPage.open('assistant-calls-tool');
    const place = document.createElement('output');
    document.body.append(place);
    page.element.registerTool('open_page', ({ path }) => {
      place.textContent = String(path);
      return { opened: path };
    });
    await page.startCall();
    expect(await outputs(page)).to.deep.equal([{ opened: '/pricing' }]);
    expect(place.textContent).to.equal('/pricing');
    await page.reads('Thank you, the page has answered.');
    expect(statuses(page)).to.deep.equal(['started', 'completed']);
    const [detail] = page.details('telnyx-tool-call');
    expect(detail).to.have.all.keys('callId', 'name', 'status');
    expect(detail?.name).to.equal('open_page');
    expect(page.lines.join()).not.to.include('/pricing"}"');
    await page.endCall();
    place.remove();
  });

  const failures: [error: string, scenario: string, register: (element: TelnyxAiCall) => void][] = [
    ['unknown_tool', calling, () => undefined],
    [
      'unknown_tool',
      calling,
      (element) => {
        element.registerTool('open_page', () => 'here');
        element.unregisterTool('open_page');
      },
    ],
    [
      'invalid_arguments',
      `${calling}.tool-arguments=%7Bpath`,
      (element) => element.registerTool('open_page', () => 'here'),
    ],
    [
      'handler_error',
      calling,
      (element) =>
        element.registerTool('open_page', () => Promise.reject(new Error('secret of the page'))),
    ],
    ['timeout', calling, (e) => e.registerTool('open_page', forever, { timeoutMs: 50 })],
  ];
  for (const [error, scenario, register] of failures) {
    it(`that fails is answered all the same: ${error}`, async () => {
      const page = await CallPage.open(scenario);
      register(page.element);
      const reported: unknown[] = [];
      const { reportError } = window;
      Object.assign(window, { reportError: (thrown: unknown) => reported.push(thrown) });
      await page.startCall();
      const [output] = await outputs(page);
      expect(output).to.have.all.keys('error', 'message');
      expect(output).to.include({ error });
      expect(JSON.stringify(output)).not.to.include('secret');
      await until(() => statuses(page).at(-1) === `failed ${error}`);
      expect(reported).to.have.length(error === 'handler_error' ? 1 : 0);
      Object.assign(window, { reportError });
      await page.endCall();
    });
  }

  it('learns of a hang-up by its signal, and what it returns then is not sent', async () => {
    const page = await CallPage.open(calling);
    let signal: AbortSignal | undefined;
    page.element.registerTool('open_page', async (_, context) => {
      signal = context.signal;
      await new Promise((resolve) => context.signal.addEventListener('abort', resolve));
      return 'too late';
    });
    await page.startCall();
    await until(() => signal !== undefined);
    await page.endCall();
    expect(signal?.aborted).to.equal(true);
    expect(statuses(page)).to.deep.equal(['started', 'failed ended']);
    const session = await page.gatewayHas('telnyx_rtc.bye');
    expect(JSON.stringify(session.received)).not.to.include('function_call_output');
    await page.everythingReleased();
  });

  it('runs once, however often the gateway repeats the call', async () => {
    const page = await CallPage.open(quiet);
    let runs = 0;
    page.element.registerTool('count', () => (runs += 1));
    await page.startCall();
    const frame = toolCall('count', {});
    await page.receives(frame, frame, toolCall('count', {}), frame);
    expect(await outputs(page, 2)).to.deep.equal([1, 2]);
    expect(runs).to.equal(2);
    await page.endCall();
  });

  it('has the limit of the settings before its own', async () => {
    const page = await CallPage.open(quiet);
    page.element.registerTool('slow', forever, { timeoutMs: 60_000 });
    await page.startCall();
    const limits = { client_tools: [{ name: 'slow', timeout_ms: 40 }] };
    await page.receives({ type: 'widget_settings', widget_settings: limits }, toolCall('slow', {}));
    expect((await outputs(page))[0]).to.include({ error: 'timeout' });
    await page.endCall();
  });

  it('can be there before the element is defined', async () => {
    const page = await CallPage.open(calling);
    const { assistantId, gatewayUrl, iceServers, waitLimitsMs } = page.element;
    // In another document nothing is defined, so the element is upgraded when it comes into this page.
    const early = document.implementation.createHTMLDocument().createElement('telnyx-ai-call');
    const tools = { open_page: { handler: () => 'early', timeoutMs: 500 } };
    Object.assign(early, { assistantId, gatewayUrl, iceServers, waitLimitsMs, tools });
    page.element.replaceWith(early);
    await early.call();
    expect(await outputs(page)).to.deep.equal(['early']);
    await early.hangUp();
    early.remove();
  });

  it('can be registered when the call is asked for', async () => {
    const page = await CallPage.open(calling);
    page.element.addEventListener('telnyx-call-request', () =>
      page.element.registerTool('open_page', () => undefined),
    );
    await page.startCall();
    expect(await outputs(page)).to.deep.equal([{ ok: true }]);
    await page.endCall();
  });

  it('is refused at its registration if it cannot be a tool', async () => {
    const { element } = await CallPage.open(quiet);
    expect(() => element.registerTool('no spaces', () => 1)).to.throw(TypeError);
    expect(() => element.registerTool('fine', 'not a function' as never)).to.throw(TypeError);
  });
});
