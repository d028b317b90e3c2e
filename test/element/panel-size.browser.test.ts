// Room to read: the visitor makes the panel larger, for the visit; and devices that were chosen make room.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { sendKeys, setViewport } from '../browser/commands.ts';
import { said } from '../support/assistant-frames.ts';
import { focusReaches, group } from '../support/at-the-panel.ts';
import { CallPage } from '../support/call-page.ts';
import { atRest, fitsTheWindow } from '../support/fits-the-window.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';
const desk = { width: 1200, height: 800 };

async function reading(configuration: Partial<TelnyxAiCall> = {}): Promise<CallPage> {
  const page = await CallPage.open(quiet, configuration);
  await page.startCall();
  await page.receives(...Array.from({ length: 20 }, (_, index) => said(`Line ${index}`)));
  await until(() => page.lines.length === 20);
  await import('../../src/panel/face/face-panel.ts');
  return page;
}

function sizeOf(page: CallPage): { width: number; height: number } {
  atRest(page);
  const { width, height } = page.find('.panel').getBoundingClientRect();
  return { width, height };
}

async function offers(page: CallPage): Promise<string[]> {
  await page.click('More');
  await page.buttonAppears('Show times');
  const { buttons } = page;
  await page.click('More');
  return buttons.filter((name) => name.startsWith('Make the panel'));
}

describe('the size of the panel', () => {
  beforeEach(() => setViewport(desk));
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('grows both ways, never beyond the window, and shrinks again', async () => {
    const page = await reading();
    const small = sizeOf(page);
    await page.chooseInMenu('Make the panel larger');
    await until(() => sizeOf(page).width > small.width);
    const large = sizeOf(page);
    expect(large.height).to.be.above(small.height);
    fitsTheWindow(page);
    await isAccessible(page);
    for (const viewport of [
      { width: 600, height: 400 },
      { width: 500, height: 900 },
    ]) {
      await setViewport(viewport);
      const { left, top, right, bottom } = page.find('.panel').getBoundingClientRect();
      expect(Math.min(left, top)).to.be.at.least(0);
      expect(right).to.be.at.most(innerWidth);
      expect(bottom).to.be.at.most(innerHeight);
    }
    await setViewport(desk);
    await page.chooseInMenu('Make the panel smaller');
    await until(() => sizeOf(page).width === small.width);
    await page.endCall();
  });

  it('is changed by keyboard, and the focus stays near', async () => {
    const page = await reading();
    page.button('More').focus();
    await sendKeys({ press: 'Enter' });
    (await page.buttonAppears('Make the panel larger')).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => sizeOf(page).width > 400);
    await focusReaches(page, 'More');
    await page.endCall();
  });

  it('is remembered for the visit', async () => {
    const first = await reading();
    await first.chooseInMenu('Make the panel larger');
    await until(() => sizeOf(first).width > 400);
    await first.endCall();
    first.element.remove();
    const page = await reading();
    await until(() => sizeOf(page).width > 400);
    await page.endCall();
  });

  for (const configuration of [{ resume: 'off' }, { requireConsent: true }] as const) {
    it(`is not remembered with ${JSON.stringify(configuration)}`, async () => {
      const page = await CallPage.open(quiet, configuration);
      await page.click('Talk to the assistant');
      if ('requireConsent' in configuration) await page.click('Agree and call');
      await page.state('active');
      await page.receives(said('Hello'));
      await page.reads('Hello');
      await page.chooseInMenu('Make the panel larger');
      await until(() => sizeOf(page).width > 400);
      expect(sessionStorage.getItem('telnyx-ai-call:v1:large')).to.equal(null);
      await page.endCall();
    });
  }

  for (const [what, failing] of [
    ['blocked', () => new DOMException('blocked', 'SecurityError')],
    ['full', () => new DOMException('full', 'QuotaExceededError')],
  ] as const) {
    it(`changes where storage is ${what}`, async () => {
      const fail = () => {
        throw failing();
      };
      const page = await reading();
      const restores = (['getItem', 'setItem', 'removeItem'] as const).map((name) =>
        replace(Storage.prototype, name, fail),
      );
      await page.chooseInMenu('Make the panel larger');
      await until(() => sizeOf(page).width > 400);
      await page.chooseInMenu('Make the panel smaller');
      await until(() => sizeOf(page).width < 400);
      for (const restore of restores) restore();
      await page.endCall();
    });
  }

  it('has no choice on a phone, where the panel fills the window', async () => {
    const page = await reading();
    expect(await offers(page)).to.deep.equal(['Make the panel larger']);
    await setViewport({ width: 390, height: 700 });
    await page.element.updateComplete;
    expect(await offers(page)).to.be.empty;
    await page.endCall();
    await page.everythingReleased();
  });
});

describe('the choosers of devices', () => {
  const name = 'Microphone and speaker';
  const isShown = (page: CallPage) => group(page, name) !== undefined;

  afterEach(() => localStorage.clear());

  it('are in sight until something was chosen, and behind a button in the next call', async () => {
    const page = await CallPage.open(quiet);
    await page.startCall();
    await until(() => isShown(page));
    expect(page.hasButton(name)).to.equal(false);
    const chooser = page.find('select[aria-label="Microphone"]') as HTMLSelectElement;
    chooser.selectedIndex = 1;
    chooser.dispatchEvent(new Event('change', { bubbles: true }));
    await page.buttonAppears(name);
    // The visitor may not have done with them.
    expect(isShown(page)).to.equal(true);
    await page.endCall();

    await page.click('Call again');
    await page.state('active');
    const button = await page.buttonAppears(name);
    expect([button.ariaExpanded, isShown(page)]).to.deep.equal(['false', false]);
    atRest(page);
    await isAccessible(page);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => isShown(page));
    expect(button.ariaExpanded).to.equal('true');
    await sendKeys({ press: 'Enter' });
    await until(() => !isShown(page));
    await page.endCall();
    await page.everythingReleased();
  });
});
