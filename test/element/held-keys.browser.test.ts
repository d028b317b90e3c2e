// A key that is held down repeats itself. It must not press what comes in the place of what it pressed.

import { expect } from '@open-wc/testing';
import { sendKeys } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';

describe('a key, held down or', () => {
  afterEach(async () => {
    await sendKeys({ up: 'Enter' });
    localStorage.clear();
  });

  async function hold(times = 5): Promise<void> {
    for (let count = 0; count < times; count++) await sendKeys({ down: 'Enter' });
  }

  /** A page whose launcher was pressed twice. A busy machine may make two presses of it that are meant so: then anew. */
  async function pressedTogether(typed: string): Promise<CallPage> {
    const page = await CallPage.open('assistant-demo.script=quiet.answer-delay=800');
    const pressedAtMs: number[] = [];
    page.element.addEventListener('click', ({ timeStamp }) => pressedAtMs.push(timeStamp), true);
    page.button('Talk to the assistant').focus();
    await sendKeys({ type: typed + typed });
    const [first = 0, second = Infinity] = pressedAtMs;
    if (second - first < 400) return page;
    await page.element.hangUp();
    return pressedTogether(typed);
  }

  it('on the launcher: begins a call, and does not end it', async () => {
    const page = await CallPage.open(quiet);
    page.button('Talk to the assistant').focus();
    await hold();
    await page.state('active');
    await until(() => page.element.shadowRoot?.activeElement === page.button('End call'));
    await hold();
    expect(page.states).to.deep.equal(['preparing', 'connecting', 'active']);
    await sendKeys({ up: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await page.state('ended');
  });

  const keys = { Enter: '\n', Space: ' ' };

  for (const [key, typed] of Object.entries(keys) as ['Enter' | 'Space', string][]) {
    it(`pressed twice on the launcher (${key}): begins a call, and does not end it`, async () => {
      const page = await pressedTogether(typed);
      await page.state('active');
      expect(page.states).to.deep.equal(['preparing', 'connecting', 'active']);
      page.button('Mute microphone').focus();
      await sendKeys({ press: key });
      // Another button is meant, however soon.
      page.button('End call').focus();
      await sendKeys({ press: key });
      await page.state('ended');
    });
  }

  it('on a question: agrees to nothing', async () => {
    const page = await CallPage.open(quiet, { requireConsent: true });
    page.button('Talk to the assistant').focus();
    await hold();
    await page.buttonAppears('Agree and call');
    await hold();
    expect(page.hasButton('Agree and call')).to.equal(true);
    await page.element.hangUp();
  });

  it('on the button that ends a call: calls no one again', async () => {
    const page = await CallPage.open(quiet);
    await page.startCall();
    page.button('End call').focus();
    await hold();
    await page.state('ended');
    await page.buttonAppears('Call again');
    await hold();
    expect(page.element.callState).to.equal('ended');
  });
});
