// *Copy details for support*: what the site's support asks for, and nothing that is anybody else's business.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { CallPage, impatient } from '../support/call-page.ts';
import { chatUrl } from '../support/chat-site.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const name = 'Copy details for support';

describe('the details for support', () => {
  let copied: string[] = [];
  let restore = () => {};

  beforeEach(() => {
    copied = [];
    const writeText = (text: string) => Promise.resolve(void copied.push(text));
    restore = replace(navigator.clipboard, 'writeText', writeText);
  });

  afterEach(() => {
    restore();
    localStorage.clear();
  });

  async function details(page: CallPage): Promise<Map<string, string>> {
    const before = copied.length;
    await page.buttonAppears('More');
    if (!page.hasButton(name)) await page.click('More');
    await page.click(name);
    await until(() => copied.length > before);
    await page.reads('Copied.');
    expect(page.hasButton(name)).to.equal(false);
    const lines = (copied.at(-1) ?? '').split('\n');
    return new Map(lines.map((line) => line.split(': ', 2) as [string, string]));
  }

  it('name the call and the conversation, during the call and after it', async () => {
    const variables = { secret: 'a-variable' };
    const page = await CallPage.open('assistant-demo', { variables });
    await page.startCall();
    await page.sendMessage('my own words');
    await until(() => page.element.conversation !== null);
    const during = await details(page);
    const [start] = page.details('telnyx-call-start');
    expect(during.get('conversation')).to.equal(page.element.conversation?.id);
    expect(during.get('call control id')).to.equal(start?.callControlId);
    expect(during.get('call session id')).to.equal(start?.callSessionId);
    expect(during.get('last error')).to.equal('none');
    expect(during.get('browser')).to.equal(navigator.userAgent);
    expect(Date.parse(copied[0]?.match(/^time: (.*)$/m)?.[1] ?? '')).to.be.closeTo(
      Date.now(),
      60_000,
    );
    const { version } = (await (await fetch('/package.json')).json()) as { version: string };
    expect(during.get('telnyx-ai-call')).to.equal(version);
    await page.endCall();
    const after = await details(page);
    expect(after.get('call control id')).to.equal(start?.callControlId);
    for (const text of copied) {
      expect(text).not.to.contain('my own words');
      expect(text).not.to.contain('a-variable');
    }
  });

  it('name the error after a call that could not be had', async () => {
    const page = await CallPage.open('assistant-refuses-invite', impatient);
    await page.click('Talk to the assistant');
    await page.state('failed');
    const facts = await details(page);
    expect(facts.get('last error')).to.equal(page.details('telnyx-call-error')[0]?.code);
    expect(facts.get('call control id')).to.equal('none');
  });

  it('can be had while typing', async () => {
    const configuration: Partial<TelnyxAiCall> = { chatUrl };
    const page = await CallPage.open('assistant-demo', configuration);
    await page.click('Talk to the assistant');
    await until(() => page.hasField('Message'));
    await page.element.sendText('When are you open?');
    const facts = await details(page);
    expect(facts.get('last error')).to.equal('none');
    expect(facts.get('conversation')).to.match(/^[\w-]{8,}$/);
  });

  it('can be selected where the browser lets nothing be copied', async () => {
    restore();
    const refuse = () => Promise.reject(new DOMException('test', 'NotAllowedError'));
    restore = replace(navigator.clipboard, 'writeText', refuse);
    const page = await CallPage.open('assistant-refuses-invite', impatient);
    await page.click('Talk to the assistant');
    await page.state('failed');
    await page.click('More');
    await page.click(name);
    await page.reads('does not let this page copy');
    expect(page.text).to.contain('telnyx-ai-call: ');
    await isAccessible(page);
  });
});
