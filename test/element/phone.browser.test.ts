// The panel on a phone: a sheet at the bottom of the window, which the on-screen keyboard does not cover.

import { expect } from '@open-wc/testing';
import type { Placement } from '../../src/contract/settings.ts';
import { sendKeys, setSafeArea, setViewport } from '../browser/commands.ts';
import { said } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const phone = { width: 390, height: 660 };
const quiet = 'assistant-demo.script=quiet';

async function calling(placement: Placement = 'bottom-right'): Promise<CallPage> {
  await setViewport(phone);
  const page = await CallPage.open(quiet, { resume: 'off', placement });
  await page.startCall();
  return page;
}

async function longCall(): Promise<CallPage> {
  const page = await calling();
  await page.receives(...Array.from({ length: 30 }, (_, index) => said(`Line ${index}`)));
  await until(() => page.lines.length === 30);
  return page;
}

/** The place of an element, once it has stopped moving. */
function rectOf(page: CallPage, selector: string): DOMRect {
  for (const animation of page.element.shadowRoot?.getAnimations() ?? []) animation.cancel();
  return page.find(selector).getBoundingClientRect();
}

/**
 * Without a touch screen Chromium shows no keyboard. So the window gets the figures that it has with one.
 * @returns a function that restores them.
 */
function showKeyboard(heightPx: number, { offsetTop = 0, scale = 1 } = {}): () => void {
  if (!visualViewport) throw new Error('There is no visual viewport.');
  const told = visualViewport;
  const height = innerHeight - heightPx;
  const restore = (['height', 'offsetTop', 'scale'] as const).map((name) =>
    replace(told, name, { height, offsetTop, scale }[name]),
  );
  told.dispatchEvent(new Event('resize'));
  return () => {
    for (const each of restore) each();
    told.dispatchEvent(new Event('resize'));
  };
}

describe('the panel on a phone', () => {
  for (const placement of ['bottom-right', 'top-left'] as const) {
    it(`is a sheet at the bottom, as wide as the window, when placed ${placement}`, async () => {
      const page = await calling(placement);
      const { left, right, bottom } = rectOf(page, '.panel');
      expect([left, right, bottom]).to.deep.equal([0, phone.width, phone.height]);
      await page.click('Collapse');
      await page.buttonAppears('Expand');
      expect(page.has('.panel')).to.equal(false);
      await page.endCall();
    });
  }

  it('leaves some of the page in sight, however long the conversation', async () => {
    const page = await longCall();
    expect(rectOf(page, '.panel').top).to.equal(24);
    expect(page.find('.panel').scrollHeight).to.equal(page.find('.panel').clientHeight);
    await page.endCall();
  });

  it('is as high as the page says, and no sheet when it stands in the page', async () => {
    const page = await longCall();
    page.element.style.setProperty('--telnyx-ai-call-panel-height', '300px');
    expect(rectOf(page, '.panel').height).to.equal(300);
    page.element.placement = 'inline';
    await page.element.updateComplete;
    expect(rectOf(page, '.panel').width).to.equal(360);
    await page.endCall();
  });

  it('takes the focus with the place, when there is no call at once', async () => {
    await setViewport(phone);
    const page = await CallPage.open(quiet, { assistantId: '' });
    const focused = () => page.element.shadowRoot?.activeElement;
    page.button('Talk to the assistant').focus();
    await sendKeys({ press: 'Enter' });
    await page.state('failed');
    await until(() => focused()?.closest('.notice') != null);
    await sendKeys({ press: 'Escape' });
    await until(() => focused() === page.button('Talk to the assistant'));
  });
});

describe('the space at the edges of a screen', () => {
  it('is kept free of buttons, by the launcher and by the sheet', async () => {
    const page = await CallPage.open(quiet, { resume: 'off' });
    await setSafeArea({ bottom: 34, left: 47, right: 47, top: 59 });
    const launcher = page.button('Talk to the assistant').getBoundingClientRect();
    expect(innerHeight - launcher.bottom).to.equal(34);
    expect(innerWidth - launcher.right).to.equal(47);
    await setViewport(phone);
    await page.startCall();
    const { left, right, bottom } = rectOf(page, '[part="controls"]');
    expect(left).to.be.at.least(47);
    expect(innerWidth - right).to.be.at.least(47);
    expect(innerHeight - bottom).to.be.at.least(34);
    expect(rectOf(page, '.panel').bottom).to.equal(innerHeight);
    await page.endCall();
  });
});

describe('the on-screen keyboard', () => {
  const keyboardPx = 300;

  it('hides nothing of what the visitor types in', async () => {
    const page = await longCall();
    page.field('Message').focus();
    const hide = showKeyboard(keyboardPx);
    const panel = rectOf(page, '.panel');
    expect(panel.bottom).to.equal(phone.height - keyboardPx);
    expect(panel.top).to.be.at.least(0);
    const { top, bottom } = rectOf(page, 'textarea');
    expect(top).to.be.at.least(panel.top);
    expect(bottom).to.be.at.most(panel.bottom);
    hide();
    expect(rectOf(page, '.panel').bottom).to.equal(phone.height);
    await page.endCall();
  });

  it('counts what of the page the browser has moved out of sight at the top', async () => {
    const page = await longCall();
    page.field('Message').focus();
    const hide = showKeyboard(keyboardPx, { offsetTop: 100 });
    const { top, bottom } = rectOf(page, '.panel');
    expect(bottom).to.equal(phone.height - keyboardPx + 100);
    expect(top).to.be.at.least(100);
    hide();
    await page.endCall();
  });

  it("moves nothing when it is there for a field of the page's, or the page is enlarged", async () => {
    const page = await calling();
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    let hide = showKeyboard(keyboardPx);
    expect(rectOf(page, '.panel').bottom).to.equal(phone.height);
    hide();
    field.remove();
    page.field('Message').focus();
    hide = showKeyboard(keyboardPx, { scale: 2 });
    expect(rectOf(page, '.panel').bottom).to.equal(phone.height);
    hide();
    await page.endCall();
  });

  it('is followed from field to field', async () => {
    const page = await calling();
    const hide = showKeyboard(keyboardPx);
    page.field('Message').focus();
    expect(rectOf(page, '.panel').bottom).to.equal(phone.height - keyboardPx);
    page.field('Message').blur();
    expect(rectOf(page, '.panel').bottom).to.equal(phone.height);
    hide();
    await page.endCall();
  });

  it('never makes a phone enlarge the page: what is typed is no smaller than 16 px', async () => {
    const page = await calling();
    document.documentElement.style.fontSize = '10px';
    expect(getComputedStyle(page.field('Message')).fontSize).to.equal('16px');
    document.documentElement.style.fontSize = '200%';
    expect(getComputedStyle(page.field('Message')).fontSize).to.equal('32px');
    document.documentElement.style.fontSize = '';
    await page.endCall();
  });
});
