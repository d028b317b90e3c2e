// The check while the server sends what nobody expects, and with the site's own endpoints.

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { GatewayClient } from '../../../gateway/gateway-client.ts';
import { assertFails, CheckPage, type Fields, press, readReport, stepOf } from './check-page.ts';

const checkPage = new CheckPage();
let gateway: GatewayClient;
let site: Server;
let siteUrl: string;

before(async () => {
  await checkPage.start();
  gateway = new GatewayClient(checkPage.demo.controlUrl);
  site = createServer(
    (request, response) =>
      void answerPage(request.url ?? '').then((text) => {
        response.writeHead(text === null ? 500 : 200, {
          'access-control-allow-origin': request.headers.origin ?? '*',
          'access-control-allow-headers': 'content-type',
          'access-control-allow-credentials': 'true',
        });
        response.end(text ?? '');
      }),
  );
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});

after(async () => {
  site.close();
  site.closeAllConnections();
  await checkPage.stop();
});

async function answerPage(path: string): Promise<string | null> {
  if (path === '/token') return token({ sub: 'assistant-demo', exp: Date.now() / 1000 + 3600 });
  if (path !== '/conversation') return null;
  const { id } = await gateway.createConversation();
  return JSON.stringify({ conversation_id: id });
}

function token(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.x`;
}

/** Sends the messages in the middle of the first call. */
async function checkWith(assistantId: string, messages: readonly object[]) {
  const page: Page = await checkPage.open({ 'assistant-id': assistantId });
  try {
    await press(page);
    const options = { assistant: assistantId, timeoutMs: 30_000 };
    const { id } = await gateway.waitFor('sent:response.created', options);
    await gateway.sendAll(id, messages);
    return await readReport(page);
  } finally {
    await page.browserContext().close();
  }
}

describe('a check', () => {
  it('lists messages that nobody knows, and takes settings and marks where they come', async () => {
    const place = { item_id: 'm1', response_id: 'm1' };
    const tools = [{ name: 'open_page', timeout_ms: 5000 }];
    const report = await checkWith('assistant-demo.id=params~odd', [
      { type: 'weather.report', wind: { force: 'private words' } },
      { type: 'widget_settings', look: { theme: 'dark', helpers: tools } },
      { type: 'response.text.delta', ...place, delta: 'One [laughter] two' },
      { type: 'response.text.done', ...place, text: 'One [laughter] two' },
    ]);
    assertFails(report, ['settings', 'tool', 'messages']);
    assert.match(stepOf(report, 'settings').detail, /in params.look, with 1 tool under helpers/);
    assert.match(
      stepOf(report, 'messages').detail,
      /1 × ai_conversation weather.report \(.*params.wind.force/,
    );
    assert.match(stepOf(report, 'tool').detail, /a tool that its settings name, and did not/);
    assert.equal(stepOf(report, 'speech-marks').verdict, 'pass');
    assert.ok(!JSON.stringify(report).includes('private words'));
    const held = Object.fromEntries(report.assumptions.map((each) => [each.id, each.held]));
    assert.equal(held['tools-key'], 'no');
    assert.equal(held['speech-marks'], 'yes');
  });

  it('finds an id where the widget does not look', async () => {
    const report = await checkWith('assistant-demo.id=none~deep', [
      { type: 'session.created', details: { conversation_id: 'somewhere' } },
    ]);
    assertFails(report, ['conversation-id']);
    assert.match(
      stepOf(report, 'conversation-id').detail,
      /does not look: session.created: params.details.conversation_id/,
    );
  });

  it('uses the site’s endpoints: the conversation, and a login by token', async () => {
    const fields: Fields = {
      'assistant-id': 'assistant-demo.id=none~site',
      'conversation-url': `${siteUrl}/conversation`,
      'token-url': `${siteUrl}/token`,
      destination: 'assistant-demo',
    };
    const report = await checkPage.check(fields);
    assertFails(report, []);
    assert.match(stepOf(report, 'conversation-id').detail, /by the site’s conversation-url/);
    assert.equal(stepOf(report, 'token-login').verdict, 'pass');
  });

  it('fails at a login by token whose endpoint fails', async () => {
    const report = await checkPage.check({
      'assistant-id': 'assistant-refuses-login~token',
      'token-url': `${siteUrl}/nothing`,
      destination: 'assistant-demo',
    });
    assertFails(report, ['login', 'token-login']);
    assert.match(stepOf(report, 'token-login').detail, /token-failed/);
  });

  it('fails at the tool that it was told to use and the assistant does not', async () => {
    const report = await checkPage.check({
      'assistant-id': 'assistant-demo',
      tool: 'water_plants',
    });
    assertFails(report, ['tool']);
    assert.match(stepOf(report, 'tool').detail, /the tool that you named, and did not/);
  });
});
