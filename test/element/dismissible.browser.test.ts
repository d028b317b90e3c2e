// How the visitor puts the launcher away.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { CallPage } from '../support/call-page.ts';
import { isAccessible } from '../support/is-accessible.ts';

const dismissible: Partial<TelnyxAiCall> = { dismissible: true };
const putAway = 'Hide this button';

async function dismissed(configuration = dismissible): Promise<CallPage> {
  const page = await CallPage.open('assistant-demo', configuration);
  await page.click(putAway);
  await page.element.updateComplete;
  return page;
}

describe('a launcher that is dismissible', () => {
  afterEach(() => sessionStorage.clear());

  it('is put away for the rest of the visit', async () => {
    const page = await dismissed();
    expect(page.buttons).to.be.empty;
    const next = await CallPage.open('assistant-demo', dismissible);
    await next.element.updateComplete;
    expect(next.buttons).to.be.empty;
    sessionStorage.clear();
    const nextVisit = await CallPage.open('assistant-demo', dismissible);
    expect(nextVisit.hasButton('Talk to the assistant')).to.equal(true);
  });

  it('is back when the page calls', async () => {
    const page = await dismissed();
    await page.element.call();
    expect(page.hasButton('End call')).to.equal(true);
    await page.endCall();
    expect(page.hasButton('Call again')).to.equal(true);
    await page.everythingReleased();
  });

  it('cannot be put away while there is a panel', async () => {
    const page = await CallPage.open('assistant-demo', dismissible);
    await page.startCall();
    expect(page.hasButton(putAway)).to.equal(false);
    await page.endCall();
    expect(page.hasButton(putAway)).to.equal(false);
    await page.click('Close');
    await page.buttonAppears(putAway);
  });

  it('is put away on this page only before consent: nothing is stored', async () => {
    await dismissed({ dismissible: true, requireConsent: true });
    expect(sessionStorage).to.have.length(0);
  });

  it('says so in the language of the page', async () => {
    const page = await CallPage.open('assistant-demo', { ...dismissible, lang: 'de' });
    await page.buttonAppears('Diese Schaltfläche ausblenden');
  });

  it('is large enough to be hit', async () => {
    const page = await CallPage.open('assistant-demo', dismissible);
    const { width, height } = page.button(putAway).getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    await isAccessible(page);
  });
});

describe('a launcher', () => {
  it('that is not, or is in the flow of the page, cannot be put away', async () => {
    for (const configuration of [{}, { ...dismissible, placement: 'inline' as const }]) {
      const page = await CallPage.open('assistant-demo', configuration);
      expect(page.hasButton(putAway)).to.equal(false);
    }
  });
});
