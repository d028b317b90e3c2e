// Secrets in attributes are refused, and the console says so.

import { expect } from '@open-wc/testing';
import { codeOf } from '../support/code-of.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
const key = 'KEY0123456789ABCDEF0123456789ABCD_secret';

const secrets = {
  'api-key': 'anything',
  password: 'anything',
  login: 'user1',
  token: 'anything',
  'caller-name': 'KEY0123456789ABCDEF0123456789ABCD_secret',
  'token-url': 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  'chat-url': '/chat?token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  'conversation-url': '/of?key=KEY0123456789ABCDEF0123456789ABCD_secret',
  variables: '{"auth": "KEY0123456789ABCDEF0123456789ABCD_secret"}',
};

/** Other ways to write one. */
const disguised: readonly (readonly [name: string, value: string])[] = [
  ['variables', '{"auth": "Bearer abcdefghijklmnopqrstuvwxyz"}'],
  ['variables', '{"auth": "Basic dXNlcjpwYXNzd29yZA=="}'],
  ['variables', '{"a": {"b": ["sk_live_4eC39HqLyjWDarjtT1zdp7dc"]}}'],
  ['chat-url', '/chat?key=sk-proj-4eC39HqLyjWDarjtT1zdp7dc'],
  ['chat-url', '/chat?auth=Bearer%20abcdefghijklmnopqrstuvwxyz'],
  ['chat-url', `/chat?token=${jwt.replaceAll('.', '%2E')}`],
  ['chat-url', `/chat?key=${key.replace('K', '%4B')}`],
  ['chat-url', `/chat?token=${jwt.replace(/\.e.*\./, '..')}`],
  ['chat-url', 'https://user:pa55word@shop.example/chat'],
  ['conversation-url', '//user:pa55word@shop.example/of'],
  ['gateway-url', 'wss://user:pa55word@gateway.example'],
  ['authorization', 'anything'],
  ['data-api-key', 'anything'],
  ['api_key', 'anything'],
  ['client-secret', 'anything'],
];

const harmless: readonly (readonly [name: string, value: string])[] = [
  ['greeting', 'Hello, I am the bearer of good news: basic membership 2026 is here.'],
  ['variables', '{"state": "eyJhIjoxfQ", "key": "12345678", "mail": "a:b@example.com"}'],
  ['chat-url', '/chat?assistant=assistant-01234567-89ab-cdef-0123-456789abcdef'],
  ['avatar', 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'],
  ['lang', 'sk-SK'],
  ['data-token-id', 'anything'],
];

describe('a secret in an attribute', () => {
  const { error } = console;
  afterEach(() => (console.error = error));

  for (const [name, value] of [...Object.entries(secrets), ...disguised]) {
    it(`${name}="${value.slice(0, 12)}" is refused, and not repeated`, async () => {
      const page = await CallPage.open('assistant-demo');
      page.element.setAttribute(name, value);
      const written: string[] = [];
      console.error = (...words: unknown[]) => written.push(words.join(' '));
      const code = await page.element.call().catch(codeOf);
      expect(code).to.equal('not-configured');
      expect(written).to.have.length(1);
      expect(written[0]).to.contain(`can read ${name}:`).and.to.contain('on your server');
      expect(written[0]).not.to.contain(value.slice(4));
      expect(await page.sessions()).to.be.empty;
      await page.everythingReleased();
    });
  }

  for (const [name, value] of harmless) {
    it(`is not found in ${name}="${value.slice(0, 30)}"`, async () => {
      const page = await CallPage.open('assistant-demo', { preload: 'none', mode: 'voice' });
      page.element.setAttribute(name, value);
      await page.startCall();
      await page.endCall();
    });
  }

  for (const [name, value] of [
    ['variables', `{'auth': '${key}'}`],
    ['resume-hours', key],
    ['placement', jwt],
  ] as const) {
    it(`is not repeated where it cannot be read: ${name}="${value.slice(0, 12)}"`, async () => {
      const page = await CallPage.open('assistant-demo');
      const written: string[] = [];
      const restore = replace(console, 'warn', (...words: unknown[]) => {
        written.push(words.join(' '));
      });
      console.error = console.warn;
      page.element.setAttribute(name, value);
      expect(await page.element.call().catch(codeOf)).to.equal('not-configured');
      restore();
      expect(written.join()).to.contain(`can read ${name}:`).and.not.to.contain(value.slice(-12));
    });
  }
});
