// What the owner of a site can watch: metrics on a port of their own, and the trace of a request up to Telnyx.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { readTraceContext } from '../../server/src/http/trace-context.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { type Program, startProgram } from './program.ts';
import { freePort } from './free-port.ts';
import { environmentOf, makeFolder, siteOrigin, Visitor } from './site.ts';

const path = '/api/telnyx-chat';
const stalling = 'assistant-chat-stall';
const message = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };
const traceId = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let program: Program;
let metricsUrl = '';

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
  const port = await freePort();
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  program = await startProgram({
    ...environmentOf(api, folder.path),
    ASSISTANT_IDS: `assistant-1,${stalling}`,
    METRICS_PORT: String(port),
  });
});

after(async () => {
  const exit = once(program.child, 'exit');
  program.child.kill('SIGTERM');
  await exit;
  await Promise.all([api.close(), folder.remove()]);
});

async function metrics(): Promise<string> {
  return (await fetch(metricsUrl)).text();
}

/** Counters are written when an answer has ended, which its reader may learn a moment earlier. */
async function metricsUntil(line: string): Promise<void> {
  const giveUpAtMs = performance.now() + 5000;
  for (;;) {
    const text = await metrics();
    if (text.includes(`${line}\n`)) return;
    assert.ok(performance.now() < giveUpAtMs, `There is no ${line} in ${text}`);
  }
}

describe('the metrics', { timeout: 60_000 }, () => {
  it('count requests and refusals, and measure Telnyx', async () => {
    const visitor = new Visitor(program.url, api.apiKey);
    assert.equal((await visitor.post(path, message)).status, 200);
    assert.equal((await visitor.post(path, { ...message, assistant_id: 'other' })).status, 403);
    assert.equal((await visitor.get('/api/telnyx-token')).status, 401);
    assert.equal((await visitor.get('/wp-login.php')).status, 404);
    const name = 'telnyx_ai_call_';
    const chat = 'endpoint="telnyx-chat"';
    for (const line of [
      `requests_total{${chat},method="POST",status="200"} 1`,
      `requests_total{${chat},method="POST",status="403"} 1`,
      'requests_total{endpoint="other",method="GET",status="404"} 1',
      `refusals_total{${chat},status="403",reason="Not this assistant"} 1`,
      'refusals_total{endpoint="telnyx-token",status="401",reason="Not authenticated"} 1',
      'upstream_seconds_count{operation="POST ai/assistants/:id/chat",status="200"} 1',
      'upstream_seconds_count{operation="POST ai/conversations",status="200"} 1',
    ]) {
      await metricsUntil(name + line);
    }
  });

  it('show how many answers stream', async () => {
    const visitor = new Visitor(program.url, api.apiKey);
    const stream = await visitor.open(path, { ...message, assistant_id: stalling });
    await stream.readUntil('event: delta');
    await metricsUntil('telnyx_ai_call_streams 1');
    stream.leave();
    await metricsUntil('telnyx_ai_call_streams 0');
    await metricsUntil(
      'telnyx_ai_call_requests_total{endpoint="telnyx-chat",method="POST",status="left"} 1',
    );
  });

  it('are not where visitors ask, and have no names of theirs', async () => {
    assert.equal((await fetch(`${program.url}/metrics`)).status, 404);
    assert.equal((await fetch(`${program.url}/api/metrics`)).status, 404);
    assert.equal((await fetch(new URL('/api/telnyx-token', metricsUrl))).status, 404);
    const text = await metrics();
    assert.doesNotMatch(text, /assistant-|127\.0\.0\.1|wp-login|ada/);
    assert.match(text, /^process_resident_memory_bytes \d+/m);
  });
});

describe('the trace of a request', () => {
  it('goes on to Telnyx, with a span of its own, and stands in the log', async () => {
    api.traces.splice(0);
    api.refuseWith = 500;
    const headers = { origin: siteOrigin, traceparent, tracestate: 'vendor=1' };
    await new Visitor(program.url, api.apiKey).post(path, message, headers);
    api.refuseWith = null;
    const [trace] = api.traces;
    assert.match(trace?.traceparent ?? '', new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    assert.notEqual(trace?.traceparent, traceparent);
    assert.equal(trace?.tracestate, 'vendor=1');
    assert.match(program.log(), new RegExp(`"traceId":"${traceId}".*Telnyx gave no answer`));
  });

  it('begins with us where none came, or none that is valid', () => {
    const zeros = '0'.repeat(32);
    const wrong = [
      undefined,
      '',
      'nonsense',
      `ff${traceparent.slice(2)}`,
      traceparent.replace(traceId, zeros),
      traceparent.toUpperCase(),
      `${traceparent}-more`,
      `${traceparent}\r\nX-Other: 1`,
    ];
    const found = wrong.map((each) => readTraceContext(each, 'vendor=1'));
    for (const { headers } of found) {
      assert.match(headers['traceparent'] ?? '', /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
      assert.equal(headers['tracestate'], undefined);
    }
    assert.equal(new Set(found.map((each) => each.traceId)).size, wrong.length);
    assert.equal(readTraceContext(traceparent, 'a'.repeat(600)).headers['tracestate'], undefined);
  });
});
