// A page that the browser really renders ahead, by speculation rules, while the visitor is in a call on another page.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { TestBrowser } from '../browser/test-browser.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { Visitor } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

const assistantId = 'assistant-demo.script=quiet~prerendered';
const rules = { prerender: [{ urls: ['/next'], eagerness: 'immediate' }] };

let gateway: Gateway;
let client: GatewayClient;
let site: Served;
let browser: TestBrowser;

/** The pages tell the site what they are: what drives the browser may lose sight of one that was rendered ahead. */
const telling = `<script>
  const tell = (what) => fetch('/told-' + location.pathname.slice(1) + what);
  if (document.prerendering) tell('-ahead');
  document.addEventListener('prerenderingchange', () => tell('-seen'));
  addEventListener('telnyx-call-state', ({ detail }) => tell('-' + detail.state));
</script>`;

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  client = new GatewayClient(gateway.controlUrl);
  const serveDist = folder('dist/cdn');
  site = await serve((request, response) => {
    if (request.url?.endsWith('.js')) return serveDist(request, response);
    response.writeHead(200, { 'content-type': 'text/html' });
    if (request.url?.startsWith('/told-')) return void response.end();
    response.end(`<!doctype html><html lang="en"><title>A site</title>
      <link rel="icon" href="data:," />${telling}
      <script type="module" src="/telnyx-ai-call.js"></script>
      <script type="speculationrules">${request.url === '/' ? JSON.stringify(rules) : '{}'}</script>
      <a href="/next">The next page</a>
      <telnyx-ai-call assistant-id="${assistantId}" gateway-url="${gateway.url}" keep-across-pages>
      </telnyx-ai-call></html>`);
  });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([site.close(), gateway.close()]);
});

afterEach(() => (site.requested.length = 0));

async function told(what: string): Promise<void> {
  const sinceMs = performance.now();
  while (!site.requested.includes(`/told-${what}`)) {
    assert.ok(performance.now() - sinceMs < 15_000, `${what} is not in ${site.requested.join()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a page that is rendered ahead during a call', { timeout: 60_000 }, () => {
  it('takes up the call when it is seen, and not before', async () => {
    const context = await browser.newVisitor();
    const page = await context.newPage();
    await page.goto(`${site.origin}/`);
    const visitor = new Visitor(page);
    await visitor.click('Talk to the assistant');
    await visitor.state('active');
    await told('next-ahead');
    await client.waitFor('heard', { assistant: assistantId });
    assert.ok(!site.requested.some((path) => path.startsWith('/told-next-re')));
    await page.click('a');
    await told('next-seen');
    await told('next-active');
    const sessions = await client.sessions(assistantId);
    const calls = sessions.flatMap((session) => session.calls);
    assert.deepEqual(
      calls.map(({ attached, state }) => ({ attached, state })),
      [{ attached: 1, state: 'active' }],
    );
    await context.close();
  });
});
