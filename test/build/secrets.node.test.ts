// Secrets: the built files hold none and cannot make any, and on a real site they take no SIP login.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { TestBrowser } from '../browser/test-browser.ts';
import { ensureBuilt, filesIn } from './ensure-built.ts';
import { openImaginedSite } from './imagined-site.ts';

before(ensureBuilt);

/** An API key in Telnyx's form. */
const apiKey = /KEY[\dA-F]{8,}/;
const token = /eyJ[\w-]{8,}\.eyJ[\w-]{8,}/;
/** The API that makes tokens for whoever has an API key. */
const restApi = /api\.telnyx\.com|telephony_credentials|TELNYX_API_KEY/;

describe('the built files', () => {
  const secrets = { 'API key': apiKey, token, 'way to the API that makes tokens': restApi };
  for (const [what, pattern] of Object.entries(secrets)) {
    it(`hold no ${what}`, () => {
      const holding = filesIn('dist').filter((path) => pattern.test(readFileSync(path, 'utf8')));
      assert.deepEqual(holding, []);
    });
  }
});

describe("the demo's pages", () => {
  it('hold no API key and no token', () => {
    const onServer = ['demo/start-', 'demo/serve.ts', 'demo/pictures/'];
    const inPage = filesIn('demo').filter(
      (path) => !onServer.some((each) => path.startsWith(each)),
    );
    assert.ok(inPage.includes('demo/login/login.ts'));
    const holding = inPage.filter((path) => {
      const text = readFileSync(path, 'utf8');
      return [apiKey, token, restApi].some((pattern) => pattern.test(text));
    });
    assert.deepEqual(holding, []);
  });
});

describe('a SIP login (`credentials`)', () => {
  it('is refused on a site that is not on localhost, and nothing is connected', async () => {
    const browser = await TestBrowser.start();
    try {
      const page = await (await browser.newVisitor()).newPage();
      const sockets: string[] = [];
      const devtools = await page.createCDPSession();
      await devtools.send('Network.enable');
      devtools.on('Network.webSocketCreated', ({ url }) => sockets.push(url));
      await openImaginedSite(page, html);
      const failure = await page.$eval('telnyx-ai-call', async (widget) => {
        widget.credentials = { login: 'gencred1', password: 'secret' };
        const thrown: unknown = await widget.call().catch((error: unknown) => error);
        return { code: Reflect.get(Object(thrown), 'code') as unknown, message: String(thrown) };
      });
      assert.equal(failure.code, 'not-configured');
      assert.match(failure.message, /on localhost only/);
      assert.deepEqual(sockets, []);
    } finally {
      await browser.stop();
    }
  });
});

const html = `<!doctype html>
  <html lang="en">
    <title>A shop</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/telnyx-ai-call.js"></script>
    <telnyx-ai-call assistant-id="assistant-1" destination="assistant-1"></telnyx-ai-call>
  </html>`;
