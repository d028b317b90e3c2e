// The phone beside a launcher whose call cannot be loaded.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { letCodeBeMissing } from '../support/late-code.ts';
import { replace } from '../support/replace.ts';

const later = { codeAhead: false };
const phone = '+1 (800) 555-0199';
const byPhone = `Call ${phone} by phone`;

describe('a launcher whose call cannot be loaded', () => {
  let restore = () => {};
  before(() => {
    // What is missing is named there.
    restore = replace(console, 'error', () => undefined);
    letCodeBeMissing('assistant');
  });
  after(() => {
    letCodeBeMissing();
    restore();
  });

  it('offers the phone beside what it says, and not before', async () => {
    const page = await CallPage.open('assistant-demo', { phone }, later);
    await page.buttonAppears('Talk to the assistant');
    expect(page.links).to.be.empty;
    await page.click('Talk to the assistant');
    await page.reads('The call could not be loaded.');
    const link = await page.linkAppears(byPhone);
    expect(link.getAttribute('href')).to.equal('tel:+18005550199');
    await page.buttonAppears('Try again');
    await isAccessible(page);
  });

  it('offers the number that was its label', async () => {
    const page = await CallPage.open('assistant-demo', {}, later);
    page.element.innerHTML = `<a href="tel:+18005550199">${phone}</a>`;
    await page.buttonAppears(phone);
    await page.click(phone);
    await page.linkAppears(byPhone);
  });

  it('offers none that cannot be read', async () => {
    const page = await CallPage.open('assistant-demo', { phone: 'call us' }, later);
    await page.click('Talk to the assistant');
    await page.reads('The call could not be loaded.');
    expect(page.links).to.be.empty;
  });
});
