// How a page styles the buttons: each by its part, and the corners of all by one property.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';

/** Gives each part a letter spacing of its own, so that the test can tell the parts apart. */
const spacings = {
  launcher: '1px',
  'primary-button': '2px',
  'secondary-button': '3px',
  'forget-button': '4px',
  'mute-button': '5px',
  'hang-up-button': '6px',
};

describe('the buttons', () => {
  const sheet = new CSSStyleSheet();

  before(() => {
    for (const [part, spacing] of Object.entries(spacings)) {
      sheet.insertRule(`telnyx-ai-call::part(${part}) { letter-spacing: ${spacing} }`);
    }
    document.adoptedStyleSheets.push(sheet);
  });

  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  afterEach(() => localStorage.clear());

  function styledAs(page: CallPage, part: keyof typeof spacings, ...names: string[]): void {
    for (const name of names) {
      const { letterSpacing } = getComputedStyle(page.button(name));
      expect(letterSpacing, `${name}: ${part}`).to.equal(spacings[part]);
    }
  }

  it('of a consent and of a call have parts', async () => {
    const page = await CallPage.open(quiet, { requireConsent: true, feedback: true });
    styledAs(page, 'launcher', 'Talk to the assistant');
    await page.click('Talk to the assistant');
    await page.buttonAppears('Agree and call');
    styledAs(page, 'primary-button', 'Agree and call');
    styledAs(page, 'secondary-button', 'Not now');
    await page.click('Agree and call');
    await page.state('active');
    await page.isWhole();
    await until(() => page.element.conversation !== null);
    styledAs(page, 'mute-button', 'Mute microphone');
    styledAs(page, 'hang-up-button', 'End call');
    await page.endCall();
    styledAs(page, 'primary-button', 'Call again');
    await page.buttonAppears('Send feedback');
    styledAs(page, 'secondary-button', 'Send feedback');
    styledAs(page, 'forget-button', 'Forget this conversation');
  });

  it('of a question and of a failure have parts', async () => {
    const page = await CallPage.open('assistant-refuses-invite', { resume: 'ask' });
    const record = { conversation_id: 'conv-1', last_used_at: new Date().toISOString() };
    localStorage.setItem(`telnyx-ai-call:v1:${page.element.assistantId}`, JSON.stringify(record));
    await page.click('Talk to the assistant');
    await page.buttonAppears('Continue conversation');
    styledAs(page, 'primary-button', 'Continue conversation');
    styledAs(page, 'secondary-button', 'Start over');
    await page.click('Start over');
    await page.state('failed');
    styledAs(page, 'secondary-button', 'Try again');
  });

  it('have corners of one property, and round ends without it', async () => {
    const page = await CallPage.open(quiet);
    const corners = () =>
      page.buttons.map((name) => {
        const button = page.button(name);
        const { borderTopLeftRadius } = getComputedStyle(button);
        const radiusPx = Number.parseFloat(borderTopLeftRadius);
        return radiusPx >= button.offsetHeight / 2 ? 'round' : borderTopLeftRadius;
      });
    const are = (corner: string) => {
      expect(new Set(corners()), page.buttons.join()).to.deep.equal(new Set([corner]));
    };
    are('round');
    await page.startCall();
    are('round');
    page.element.style.setProperty('--telnyx-ai-call-button-radius', '6px');
    are('6px');
    expect(getComputedStyle(page.field('Message')).borderTopLeftRadius).to.equal('6px');
    await page.click('Collapse');
    await page.buttonAppears('Expand');
    are('6px');
    await page.endCall();
    are('6px');
    await page.click('Close');
    await page.buttonAppears('Talk to the assistant');
    are('6px');
  });
});
