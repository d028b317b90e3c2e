// `dist/cdn` in a page with Trusted Types that uses Lit itself: two copies make a policy of the same name.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { TestBrowser } from '../browser/test-browser.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

let gateway: Gateway;
let site: Served;
let browser: TestBrowser;

const html = () => `<!doctype html>
  <html lang="en">
    <title>A site with its own Lit</title>
    <script type="module" src="/lit/lit-html.js"></script>
    <script type="module" src="/telnyx-ai-call.js"></script>
    <telnyx-ai-call assistant-id="assistant-demo.script=quiet" gateway-url="${gateway.url}">
    </telnyx-ai-call>
  </html>`;

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  const serveDist = folder('dist/cdn');
  const serveLit = folder('node_modules/lit-html');
  site = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/lit/')) {
      request.url = pathname.replace('/lit', '');
      return serveLit(request, response);
    }
    if (pathname !== '/') return serveDist(request, response);
    const policy = `require-trusted-types-for 'script'; ${searchParams.get('policy') ?? ''}`;
    const headers = { 'content-type': 'text/html', 'content-security-policy': policy };
    response.writeHead(200, headers).end(html());
  });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([gateway.close(), site.close()]);
});

/** Presses the launcher. @returns what the console says, which grows. */
async function call(policy: string): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newVisitor();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${site.origin}/?policy=${encodeURIComponent(policy)}`);
  await page.locator('aria/Talk to the assistant[role="button"]').click();
  await page.waitForSelector('telnyx-ai-call[call-state="active"]');
  return { page, said };
}

describe('a page with its own Lit under Trusted Types', { timeout: 120_000 }, () => {
  it('has a panel with the documented policy', async () => {
    const { page, said } = await call("trusted-types lit-html 'allow-duplicates'");
    await page.waitForSelector('telnyx-ai-call >>> [part="panel"]', { visible: true });
    const own = said.filter((each) => !each.startsWith('Failed to load resource'));
    assert.deepEqual(own, []);
  });

  it('has the cause in the console where the policy allows one copy only', async () => {
    const { page, said } = await call('trusted-types lit-html');
    const words = '<telnyx-ai-call>';
    if (!said.some((each) => each.includes(words))) {
      await new Promise<void>((resolve) => {
        page.on('console', (message) => message.text().includes(words) && resolve());
      });
    }
    const own = said.filter((each) => each.includes(words));
    assert.match(own.join('\n'), /<telnyx-ai-call>.*policy/i);
    assert.match(own.join('\n'), /lit-html/);
    // The call goes on, and can be ended.
    await page.locator('aria/End call[role="button"]').click();
    await page.waitForSelector('telnyx-ai-call[call-state="ended"]');
  });
});
