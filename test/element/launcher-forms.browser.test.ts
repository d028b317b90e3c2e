// The launcher's forms, and the assistant's name in its label: seen and heard, with its picture or without.

import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import type { TelnyxAiCall } from '../../src/index.ts';
import { CallPage } from '../support/call-page.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { until } from '../support/until.ts';

const picture =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

async function open(configuration: Partial<TelnyxAiCall>, label = 'Talk to the assistant') {
  const page = await CallPage.open('assistant-demo', configuration, { codeAhead: false });
  await page.buttonAppears(label);
  return page;
}

const inside = (page: CallPage, selector: string) =>
  page.element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

describe('a launcher', () => {
  afterEach(async () => {
    await setViewport({ width: 800, height: 600 });
    await resetMouse();
  });

  it('has the name of the assistant in its label, in the language of the page', async () => {
    await open({ assistantName: 'Ada' }, 'Talk to Ada');
    await open({ assistantName: 'Ada', lang: 'de' }, 'Mit Ada sprechen');
    await open({ assistantName: '  ' });
    await open({ assistantName: 'Ada', strings: { launcher: 'Ask us' } }, 'Ask us');
  });

  it('takes a name as text', async () => {
    await open({ assistantName: '<b>Ada</b>' }, 'Talk to <b>Ada</b>');
  });

  for (const launcher of ['round', 'avatar'] as const) {
    it(`that is ${launcher} is heard and has a tooltip, and its press is a call`, async () => {
      const page = await open({ launcher, assistantName: 'Ada' }, 'Talk to Ada');
      const button = page.button('Talk to Ada');
      const { width, height } = button.getBoundingClientRect();
      expect(Math.abs(width - height)).to.be.below(1);
      expect(width).to.be.within(44, 64);
      expect(button.title).to.equal('Talk to Ada');
      await isAccessible(page);
      button.focus();
      await sendKeys({ press: 'Enter' });
      await page.state('active');
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('that is round has the label of the page as its name', async () => {
    const page = await open({ launcher: 'round' });
    page.element.append('Ask Ada');
    await page.buttonAppears('Ask Ada');
    await until(
      () => page.button('Ask Ada').title === 'Ask Ada',
      () => page.button('Ask Ada').title,
    );
  });

  it('that is round says what went wrong, and what to press, in words', async () => {
    const page = await open({ launcher: 'round', chatUrl: '/nowhere', assistantId: '' });
    await page.element.call().catch(() => undefined);
    await until(
      () => inside(page, '.launcher.round') === null,
      () => 'still round',
    );
  });

  it('shows the picture; without one the initials; without a name an icon', async () => {
    const shown = async (configuration: Partial<TelnyxAiCall>, label: string) => {
      const page = await open({ launcher: 'avatar', ...configuration }, label);
      return page;
    };
    const withPicture = await shown(
      { avatar: picture, assistantName: 'Ada King' },
      'Talk to Ada King',
    );
    await until(
      () => inside(withPicture, '.face img') !== null,
      () => 'no picture',
    );
    const withName = await shown({ assistantName: 'Ada King' }, 'Talk to Ada King');
    expect(inside(withName, '.face')?.textContent).to.equal('AK');
    const failing = await shown(
      { avatar: 'data:image/png;base64,none', assistantName: 'Ada King' },
      'Talk to Ada King',
    );
    await until(
      () => inside(failing, '.face')?.textContent === 'AK',
      () => 'no initials',
    );
    const without = await shown({}, 'Talk to the assistant');
    expect(inside(without, '.face .phone')).to.not.equal(null);
  });

  for (const avatar of ['javascript:alert(1)', 'data:text/html,<p>', 'blob:x', 'http://[']) {
    it(`loads no ${avatar}`, async () => {
      const page = await open({ launcher: 'avatar', avatar, assistantName: 'Ada' }, 'Talk to Ada');
      expect(inside(page, 'img')).to.equal(null);
    });
  }

  it('that is a card says who it is and what to ask, in the flow of the page', async () => {
    await setViewport({ width: 320, height: 640 });
    const page = await open(
      {
        launcher: 'card',
        placement: 'inline',
        assistantName: 'Ada <i>King</i>',
        greeting: 'Ask me about your order.',
      },
      'Talk to Ada <i>King</i>',
    );
    const card = inside(page, '[part~="card"]');
    expect(card?.innerText)
      .to.include('Ada <i>King</i>')
      .and.to.include('Ask me about your order.');
    expect(card?.getBoundingClientRect().right).to.be.at.most(320);
    await isAccessible(page);
    await page.click('Talk to Ada <i>King</i>');
    await page.state('active');
    expect(inside(page, '[part~="card"]')).to.equal(null);
    await page.endCall();
    await page.everythingReleased();
  });

  it('that floats is no card', async () => {
    const page = await open({ launcher: 'card', greeting: 'Hello' });
    expect(inside(page, '[part~="card"]')).to.equal(null);
  });
});
