// Which signaling servers a page may name: all others are refused before the visitor is asked for anything.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { gatewayUrl } from '../support/gateway-address.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

describe('gateway-url', () => {
  let asked = 0;
  let sockets: unknown[] = [];
  let restores: (() => void)[] = [];

  beforeEach(() => {
    asked = 0;
    sockets = [];
    const { WebSocket } = window;
    restores = [
      replace(console, 'error', () => undefined),
      replace(navigator.mediaDevices, 'getUserMedia', () => {
        asked += 1;
        return Promise.reject(new DOMException('test', 'NotAllowedError'));
      }),
      replace(
        window,
        'WebSocket',
        new Proxy(WebSocket, {
          construct(target, [address, ...rest]: [string]) {
            sockets.push(address);
            return Reflect.construct(target, [address, ...rest]);
          },
        }),
      ),
    ];
  });
  afterEach(() => {
    for (const restore of restores) restore();
    localStorage.clear();
  });

  async function codeOf(address: string): Promise<string> {
    const page = await CallPage.open('assistant-demo', { gatewayUrl: address, preload: 'none' });
    await page.element.call().catch(() => undefined);
    await page.element.updateComplete;
    return page.details('telnyx-call-error')[0]?.code ?? '';
  }

  for (const address of [
    'http://127.0.0.1:1/',
    'https://example.com',
    'javascript:alert(1)',
    'ftp://example.com',
    'data:text/plain,a',
    '/gateway',
    'gateway.example',
    '//gateway.example',
    'wss:',
    'wss://',
    'wss://[a',
    'ws:',
    'ws://',
    'a b',
  ]) {
    it(`${address} is not-configured, and nothing is asked or opened`, async () => {
      expect(await codeOf(address)).to.equal('not-configured');
      expect(asked).to.equal(0);
      expect(sockets).to.be.empty;
    });
  }

  it('that is none is connected to at no sign of intent', async () => {
    const page = await CallPage.open('assistant-demo', { gatewayUrl: 'http://127.0.0.1:1/' });
    const hover = () =>
      page
        .button('Talk to the assistant')
        .dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));
    hover();
    page.element.gatewayUrl = gatewayUrl;
    hover();
    await until(() => sockets.length > 0);
    expect(sockets.map((address) => String(address).startsWith(gatewayUrl))).to.deep.equal([true]);
  });

  for (const address of [
    // None, which is Telnyx.
    ' ',
    'wss://127.0.0.1:1/',
    ' wss://127.0.0.1:1/ ',
    'WSS://gateway.invalid',
    gatewayUrl,
    'ws://localhost:1/a',
    'ws://[::1]:1',
    'ws://a.localhost:1',
    'ws://192.0.2.1:1',
  ]) {
    it(`${address} may be one`, async () => {
      expect(await codeOf(address)).not.to.equal('not-configured');
      expect(asked).to.equal(1);
    });
  }
});
