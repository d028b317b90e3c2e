// `phone`: a link to the site's phone wherever a call from the page cannot be had, and in the menu.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { sendKeys } from '../browser/commands.ts';
import { CallPage, impatient } from '../support/call-page.ts';
import { chatUrl } from '../support/chat-site.ts';
import { atRest } from '../support/fits-the-window.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const phone = '+1 (800) 555-0199';
const byPhone = `Call ${phone} by phone`;

/** The names of what can be pressed in the notice, in their order. */
function waysOut(page: CallPage): string[] {
  const ways = page.find('[part="notice"]').querySelectorAll<HTMLElement>('a, button');
  return [...ways].map((way) => way.innerText);
}

async function failed(scenario: string, configuration: Partial<TelnyxAiCall> = { phone }) {
  const page = await CallPage.open(scenario, { ...impatient, ...configuration });
  await page.click('Talk to the assistant');
  await page.state('failed');
  return page;
}

/** As on a device without a touch screen, or with one. */
function pointedAt(touchPoints: number): () => void {
  return replace(navigator, 'maxTouchPoints', touchPoints as never);
}

describe('the phone', () => {
  afterEach(() => localStorage.clear());

  it('stands second where trying again may help', async () => {
    const page = await failed('assistant-refuses-invite');
    const link = await page.linkAppears(byPhone);
    expect(link.getAttribute('href')).to.equal('tel:+18005550199');
    expect(waysOut(page).slice(0, 2)).to.deep.equal(['Try again', byPhone]);
    atRest(page);
    await isAccessible(page);
    await page.everythingReleased();
  });

  it('stands first where it does not', async () => {
    const page = await failed('assistant-demo', { phone, tokenUrl: '/token' });
    await page.linkAppears(byPhone);
    expect(waysOut(page)[0]).to.equal(byPhone);
    expect(waysOut(page).at(-1)).to.equal('Close');
  });

  it('is in the menu, during a call, after it, and after a failure', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet', { phone });
    await page.startCall();
    expect(page.links).to.be.empty;
    await page.click('More');
    await page.linkAppears(byPhone);
    atRest(page);
    await isAccessible(page);
    await page.endCall();
    await page.linkAppears(byPhone);

    const second = await failed('assistant-refuses-invite');
    await second.click('More');
    await until(() => second.links.filter((name) => name === byPhone).length === 2);
  });

  it('is reached by keyboard', async () => {
    const page = await failed('assistant-refuses-invite');
    const link = await page.linkAppears(byPhone);
    page.button('Try again').focus();
    await sendKeys({ press: 'Tab' });
    expect(page.element.shadowRoot?.activeElement).to.equal(link);
  });

  it('is there while typing, and where typing fails', async () => {
    const page = await CallPage.open('assistant-chat-429', { phone, chatUrl });
    await page.click('Talk to the assistant');
    await until(() => page.hasField('Message'));
    await page.click('More');
    await page.linkAppears(byPhone);
    await page.click('More');
    await page.sendMessage('Hello');
    await page.reads('too much at once');
    await page.linkAppears(byPhone);
    expect(waysOut(page)[0]).to.equal(byPhone);
  });

  it('is nowhere without a number', async () => {
    const page = await failed('assistant-refuses-invite', {});
    await page.buttonAppears('More');
    await page.click('More');
    await page.buttonAppears('Copy details for support');
    expect(page.links).to.be.empty;
    expect(page.hasButton('Copy the number')).to.equal(false);
  });

  for (const hostile of [
    'javascript:alert(1)',
    '"><img src=x onerror=alert(1)>',
    'call us',
    '*21#',
  ]) {
    it(`is not "${hostile}", which is named once in the console`, async () => {
      const warnings: string[] = [];
      const restore = replace(console, 'warn', (text: string) => void warnings.push(text));
      const page = await failed('assistant-refuses-invite', { phone: hostile });
      await page.buttonAppears('More');
      page.element.requestUpdate();
      await page.element.updateComplete;
      restore();
      expect(page.links).to.be.empty;
      expect(warnings.filter((text) => text.includes(`phone="${hostile}"`))).to.have.length(1);
    });
  }

  it('follows the setting while it is shown', async () => {
    const page = await failed('assistant-refuses-invite');
    await page.linkAppears(byPhone);
    page.element.setAttribute('phone', '112');
    await page.linkAppears('Call 112 by phone');
    page.element.removeAttribute('phone');
    await until(() => page.links.length === 0);
  });

  it('can be copied where there may be no dialler, and only there', async () => {
    const copied: string[] = [];
    const writeText = (text: string) => Promise.resolve(void copied.push(text));
    const restoreClipboard = replace(navigator.clipboard, 'writeText', writeText);
    let restorePointer = pointedAt(0);
    const page = await failed('assistant-refuses-invite');
    await page.click('Copy the number');
    await page.reads('Copied.');
    expect(copied).to.deep.equal([phone]);
    restorePointer();
    restorePointer = pointedAt(5);
    page.element.requestUpdate();
    await page.element.updateComplete;
    expect(page.hasButton('Copy the number')).to.equal(false);
    restorePointer();
    restoreClipboard();
  });

  it('can be selected where the browser lets nothing be copied', async () => {
    const refuse = () => Promise.reject(new DOMException('test', 'NotAllowedError'));
    const restoreClipboard = replace(navigator.clipboard, 'writeText', refuse);
    const restorePointer = pointedAt(0);
    const page = await failed('assistant-refuses-invite');
    await page.click('Copy the number');
    await page.reads('The browser does not let this page copy.');
    const text = page.find('.copy pre');
    expect(text.innerText).to.equal(phone);
    expect(getComputedStyle(text).userSelect).to.equal('all');
    atRest(page);
    await isAccessible(page);
    restorePointer();
    restoreClipboard();
  });

  it('reads from left to right among words that do not', async () => {
    const page = await failed('assistant-refuses-invite');
    page.element.lang = 'ar';
    page.element.requestUpdate();
    await until(() => page.links.some((name) => name.includes(phone)));
    const number = page.find('[part="notice"] bdi');
    expect(getComputedStyle(number).direction).to.equal('ltr');
  });
});

describe('a link to a phone that was the label', () => {
  async function labelled(label: string, attributes: Partial<TelnyxAiCall> = {}) {
    const page = await CallPage.open('assistant-refuses-invite', { ...impatient, ...attributes });
    page.element.innerHTML = label;
    page.element.call().catch(() => undefined);
    await page.state('failed');
    await page.buttonAppears('More');
    return page;
  }

  it('is offered in the same way', async () => {
    const page = await labelled('<a href="tel:+1-800-555-0199">Call +1 800 555 0199</a>');
    const link = await page.linkAppears('Call +1-800-555-0199 by phone');
    expect(link.getAttribute('href')).to.equal('tel:+18005550199');
  });

  it('gives way to the number that the page sets', async () => {
    const page = await labelled('<a href="tel:112">Call us</a>', { phone });
    await page.linkAppears(byPhone);
    expect(page.links).to.deep.equal([byPhone]);
  });

  it('is none elsewhere in the element, nor with another address', async () => {
    const page = await labelled(
      '<p slot="footer"><a href="tel:112">112</a></p><a href="https://example.com/tel:112">x</a>',
    );
    expect(page.links.filter((name) => name.startsWith('Call'))).to.be.empty;
  });
});
