// docs/consent-managers.md: a site's own banner tells the widget what the visitor has answered there. The recipes
// are run as they stand in the document, with the managers as they come from npm.

import { expect, fixture, html } from '@open-wc/testing';
import * as CookieConsent from 'vanilla-cookieconsent';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

declare global {
  interface Window {
    orejime?: { manager: { setConsent(purpose: string, given: boolean): void } };
  }
}

const consenting = { requireConsent: true };
const scenario = 'assistant-demo.script=quiet';

async function recipe(heading: string): Promise<string> {
  const response = await fetch('/docs/consent-managers.md');
  const [, section = ''] = (await response.text()).split(`\n## ${heading}`);
  const code = /```js\n([^]*?)```/.exec(section)?.[1];
  if (!code) throw new Error(`No recipe for ${heading}.`);
  return code.replace(/^import .*$/m, '');
}

/** In a function, so that its names are free for the next test. */
function run(code: string): void {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is the code of our own document
  const setUp = new Function('CookieConsent', code) as (manager: typeof CookieConsent) => void;
  setUp(CookieConsent);
}

function press(name: string): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('button')];
  const button = buttons.find((each) => each.checkVisibility() && each.textContent.trim() === name);
  if (!button)
    throw new Error(`No "${name}" among: ${buttons.map((each) => each.textContent).join(', ')}`);
  button.click();
}

const given = (page: CallPage) => page.details('telnyx-consent').map((each) => each.given);

async function callsUnasked(page: CallPage): Promise<void> {
  await page.click('Talk to the assistant');
  await page.state('active');
  expect(page.hasButton('Agree and call')).to.equal(false);
}

describe('the consent manager CookieConsent', () => {
  let restore: () => void;

  beforeEach(() => {
    localStorage.clear();
    // It does not show itself to robots.
    restore = replace(Navigator.prototype, 'webdriver', false);
  });

  afterEach(() => {
    CookieConsent.reset(true);
    restore();
  });

  it('accepted: the next press calls; withdrawn: the call ends, and the widget asks', async () => {
    const page = await CallPage.open(scenario, consenting);
    run(await recipe('CookieConsent'));
    await until(() => document.querySelector('#cc-main .cm--box, #cc-main .cm') !== null);
    press('Accept all');
    await until(() => given(page).length > 0);
    await callsUnasked(page);
    CookieConsent.acceptCategory([]);
    await page.state('ended');
    expect(given(page)).to.deep.equal([true, false]);
    expect(page.stored).to.equal(null);
    await page.click('Call again');
    await page.click('Not now');
  });

  it('accepted while the widget asks: the call begins', async () => {
    const page = await CallPage.open(scenario, consenting);
    run(await recipe('CookieConsent'));
    await page.click('Talk to the assistant');
    await page.buttonAppears('Agree and call');
    press('Accept all');
    await page.state('active');
    expect(given(page)).to.deep.equal([true]);
    await page.endCall();
  });

  it('declined: the widget asks', async () => {
    const page = await CallPage.open(scenario, consenting);
    run(await recipe('CookieConsent'));
    await until(() => document.querySelector('#cc-main') !== null);
    press('Reject all');
    await page.click('Talk to the assistant');
    await page.click('Not now');
    await until(() => given(page).length > 0);
    expect(given(page)).to.deep.equal([false]);
  });
});

it('the consent manager Orejime: accepted, changed, and accepted on an earlier page', async () => {
  localStorage.clear();
  const page = await CallPage.open(scenario, consenting);
  run(await recipe('Orejime'));
  // It comes without types.
  // @ts-expect-error -- it comes without types
  await import('orejime/dist/orejime-standard-en.js');
  await until(() => window.orejime !== undefined);
  window.orejime?.manager.setConsent('assistant', true);
  await until(() => given(page).length > 0);
  await callsUnasked(page);
  window.orejime?.manager.setConsent('assistant', false);
  await page.state('ended');
  expect(given(page)).to.deep.equal([true, false]);
  for (const each of document.querySelectorAll('[class*="orejime"]')) each.remove();
});

describe('giveConsent()', () => {
  beforeEach(() => localStorage.clear());

  it('before the press: nobody is asked', async () => {
    const page = await CallPage.open(scenario, consenting);
    page.element.giveConsent();
    page.element.giveConsent();
    expect(given(page)).to.deep.equal([true]);
    await callsUnasked(page);
    await page.endCall();
  });

  it('before the element is in a page, as a framework makes it', async () => {
    const element = document.createElement('telnyx-ai-call');
    Object.assign(element, consenting, { assistantId: 'assistant-demo' });
    element.giveConsent();
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    holder.append(element);
    await element.updateComplete;
    expect(element.callState).to.equal('idle');
  });

  it('for typing, too; taken back, the next press asks again', async () => {
    const page = await CallPage.open(scenario, consenting);
    page.element.giveConsent();
    page.element.withdrawConsent();
    expect(given(page)).to.deep.equal([true, false]);
    await page.click('Talk to the assistant');
    await page.click('Not now');
  });
});
