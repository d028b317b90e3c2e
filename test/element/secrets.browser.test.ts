// Secrets in attributes are refused, and the console says so.

import { expect } from '@open-wc/testing';
import { codeOf } from '../support/code-of.ts';
import { CallPage } from '../support/call-page.ts';

const secrets = {
  'api-key': 'anything',
  password: 'anything',
  login: 'user1',
  token: 'anything',
  'caller-name': 'KEY0123456789ABCDEF0123456789ABCD_secret',
  'token-url': 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  'chat-url': '/chat?token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  'conversation-url': '/of?key=KEY0123456789ABCDEF0123456789ABCD_secret',
  variables: '{"auth": "Bearer 0123456789abcdef.0123"}',
};

describe('a secret in an attribute', () => {
  const { error } = console;
  afterEach(() => (console.error = error));

  for (const [name, value] of Object.entries(secrets)) {
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
});
