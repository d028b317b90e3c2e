// A page that came by https: browsers let it connect to no `ws:` address but one of its own machine.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { TestBrowser } from '../browser/test-browser.ts';
import { ensureBuilt } from './ensure-built.ts';
import { openImaginedSite } from './imagined-site.ts';

const html = `<!doctype html>
  <html lang="en">
    <title>A shop</title>
    <link rel="icon" href="data:," />
    <script>
      let asked = 0;
      navigator.mediaDevices.getUserMedia = () => {
        asked += 1;
        return Promise.reject(new DOMException('test', 'NotAllowedError'));
      };
    </script>
    <script type="module" src="/telnyx-ai-call.js"></script>
    <telnyx-ai-call assistant-id="assistant-1"></telnyx-ai-call>
  </html>`;

let browser: TestBrowser;

before(async () => {
  ensureBuilt();
  browser = await TestBrowser.start();
});
after(() => browser.stop());

/** @returns the code of the failure, and how often the page was asked for a microphone. */
async function call(gatewayUrl: string): Promise<string> {
  const page = await (await browser.newVisitor()).newPage();
  await openImaginedSite(page, html);
  const outcome = await page.$eval(
    'telnyx-ai-call',
    async (widget, url) => {
      widget.gatewayUrl = url;
      const thrown: unknown = await widget.call().catch((error: unknown) => error);
      return `${String(Reflect.get(Object(thrown), 'code'))}, asked ${(0, eval)('asked')}`;
    },
    gatewayUrl,
  );
  await page.browserContext().close();
  return outcome;
}

for (const url of ['ws://gateway.example', 'WS://192.0.2.1:1/', 'wss://a.example/#b'])
  it(`refuses ${url} before the microphone is asked for`, async () => {
    assert.equal(await call(url), 'not-configured, asked 0');
  });

for (const url of ['wss://gateway.example', 'ws://localhost:1', 'ws://127.0.0.1:1/a'])
  it(`takes ${url}`, async () => {
    assert.equal(await call(url), 'mic-denied, asked 1');
  });
