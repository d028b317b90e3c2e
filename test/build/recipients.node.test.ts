// Whom a visitor's browser asks for anything, in a call and while typing: the hosts that docs/threat-model.md lists.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type SiteServer, startSiteServer } from '../../demo/start-site-server.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { callPage, Visitor } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

const assistantId = 'assistant-demo~recipients';
let gateway: Gateway;
let endpoints: SiteServer;
let cdn: Served;
let site: Served;
let browser: TestBrowser;

before(async () => {
  ensureBuilt();
  gateway = await startGateway();
  cdn = await serve(folder('dist/cdn'));
  site = await serve((request, response) => {
    if (request.url?.startsWith('/api/')) return endpoints.answer(request, response);
    const head = `<script type="module" src="${cdn.origin}/telnyx-ai-call.js"></script>`;
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(callPage({ head, assistantId, gatewayUrl: gateway.url }));
  });
  endpoints = await startSiteServer({ origin: site.origin, gateway });
  browser = await TestBrowser.start();
});

after(async () => {
  await browser.stop();
  await Promise.all([gateway, site, cdn, endpoints].map((each) => each.close()));
});

/** The hosts of all requests and sockets of the page, as they come. */
async function hostsAskedBy(page: Page): Promise<ReadonlySet<string>> {
  const hosts = new Set<string>();
  const note = ({ url }: { url: string }) => {
    if (!url.startsWith('data:')) hosts.add(new URL(url).host);
  };
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => note(request));
  session.on('Network.webSocketCreated', note);
  return hosts;
}

/** Before anything else in the page: notes which servers WebRTC is told to ask. */
const noteIceServers = `{
  const noted = (window.iceServers = []);
  const note = ({ iceServers = [] } = {}) => noted.push(...iceServers.flatMap(({ urls }) => urls));
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration) {
      super(configuration);
      note(configuration);
    }
    setConfiguration(configuration) {
      super.setConfiguration(configuration);
      note(configuration);
    }
  };
}`;

describe("a visitor's browser", { timeout: 120_000 }, () => {
  it('asks the page, the script’s server and the signaling, and Telnyx for the way', async () => {
    const page = await (await browser.newVisitor()).newPage();
    page.setDefaultTimeout(20_000);
    await page.evaluateOnNewDocument(noteIceServers);
    const hosts = await hostsAskedBy(page);
    await page.goto(site.origin);
    await page.$eval('telnyx-ai-call', (element) => {
      element.chatUrl = '/api/telnyx-chat';
      element.conversationUrl = '/api/telnyx-conversation';
    });
    const visitor = new Visitor(page);
    await visitor.click('Talk to us');
    const box = await page.waitForSelector('aria/Message[role="textbox"]');
    await box?.type('Hello, my name is Ada\n');
    await visitor.reads('Nice to meet you, Ada.');
    await page.locator('telnyx-ai-call >>> .controls [part="primary-button"]').click();
    await visitor.state('active');
    await new GatewayClient(gateway.controlUrl).waitFor('heard', { assistant: assistantId });
    await visitor.click('End call');
    await visitor.state('ended');

    const wanted = [site.origin, cdn.origin, gateway.url].map((each) => new URL(each).host);
    assert.deepEqual([...hosts].sort(), wanted.sort());
    const urls = await page.evaluate<[], () => unknown>(() => Reflect.get(window, 'iceServers'));
    const ice = new Set((urls as string[]).map((url) => url.split(/[:?]/)[1] ?? ''));
    assert.deepEqual([...ice].sort(), ['stun.telnyx.com', 'turn.telnyx.com']);
    const listed = readFileSync('docs/threat-model.md', 'utf8');
    for (const host of ice) assert.ok(listed.includes(`\`${host}\``), host);
  });
});
