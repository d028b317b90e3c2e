// Whether everybody can use the conversation: axe checks each of its states, light and dark; and all of it
// works by keyboard.

import { expect } from '@open-wc/testing';
import { computeAccessibleName } from 'dom-accessibility-api';
import { sendKeys } from '../browser/commands.ts';
import { delta, ended, heard, said, started } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

type Configuration = Parameters<typeof CallPage.open>[1];
type State = [
  name: string,
  reach: (page: CallPage) => Promise<void>,
  configuration?: Configuration,
  scenario?: string,
];

const quiet = 'assistant-demo.script=quiet.join=any';

function store(page: CallPage): void {
  const record = { conversation_id: 'conv-1', last_used_at: new Date().toISOString() };
  const key = `telnyx-ai-call:v1:${page.element.assistantId}`;
  localStorage.setItem(key, JSON.stringify(record));
}

async function talked(page: CallPage): Promise<void> {
  await page.startCall();
  await page.receives(
    said('**Hello**\n\n- [one](https://example.com/)\n- `two`'),
    heard('See https://example.com/ for more'),
    started('r1'),
    delta('r1', 'Once upon a'),
    ended('r1', 'cancelled'),
  );
  await until(() => page.lines.length === 3);
  // The code for Markdown is fetched for the first answer that needs it.
  await until(() => page.has('strong'));
}

async function deniedMicrophone(page: CallPage): Promise<void> {
  const denied = () => Promise.reject(new DOMException('test', 'NotAllowedError'));
  const restore = replace(navigator.mediaDevices, 'getUserMedia', denied);
  await page.click('Talk to the assistant');
  await page.buttonAppears('Type instead');
  restore();
}

async function image(): Promise<DataTransfer> {
  const canvas = document.createElement('canvas');
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  const data = new DataTransfer();
  data.items.add(new File([blob ?? ''], 'image.png', { type: 'image/png' }));
  return data;
}

async function pick(page: CallPage, { files }: DataTransfer): Promise<void> {
  const picker = page.field('Add an image') as HTMLInputElement;
  picker.files = files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
  await page.buttonAppears('Remove the image');
}

async function scrolledUp(page: CallPage): Promise<void> {
  await page.startCall();
  await page.receives(...Array.from({ length: 20 }, (_, index) => said(`Line ${index}`)));
  const log = () => page.find('[role="log"]');
  await until(() => page.lines.length === 20 && log().scrollTop > 50);
  log().scrollTop = 0;
  await page.buttonAppears('Newest');
}

async function rated(page: CallPage): Promise<void> {
  await page.startCall();
  await page.endCall();
  await page.buttonAppears('Send feedback');
}

const states: State[] = [
  ['a transcript', talked],
  [
    'times',
    async (page) => {
      await talked(page);
      await page.chooseInMenu('Show times');
      await until(() => page.has('time'));
    },
  ],
  [
    'the menu',
    async (page) => {
      await talked(page);
      await page.click('More');
      await page.buttonAppears('Show times');
    },
  ],
  ['a transcript that is scrolled up', scrolledUp],
  [
    'thinking',
    async (page) => {
      await page.startCall();
      await page.receives(heard('Well?'));
      await page.reads('Thinking…');
    },
  ],
  [
    'speaking',
    async (page) => {
      await page.startCall();
      await page.receives(started('r1'));
      await page.reads('Speak to interrupt');
    },
  ],
  [
    'a message that was not sent',
    async (page) => {
      await page.startCall();
      const session = await page.gatewayHas('heard');
      await page.gateway.silence(session.id);
      await page.sendMessage('Hello?');
      await page.gatewayHas('ai_conversation');
      await page.gateway.drop(session.id);
      await page.buttonAppears('Send again');
    },
  ],
  [
    'an image to be sent',
    async (page) => {
      await page.startCall();
      await pick(page, await image());
    },
  ],
  ['a microphone that is denied', deniedMicrophone],
  [
    'a call without a microphone',
    async (page) => {
      await deniedMicrophone(page);
      await page.click('Type instead');
      await page.reads('You can type now');
    },
  ],
  [
    'a question',
    async (page) => {
      store(page);
      await page.click('Talk to the assistant');
      await page.buttonAppears('Start over');
    },
    { resume: 'ask' },
  ],
  [
    'a conversation that is continued',
    async (page) => {
      store(page);
      await page.startCall();
      await page.reads('Continuing');
    },
  ],
  ['feedback', rated, { feedback: true }],
  [
    'feedback that was given',
    async (page) => {
      await rated(page);
      page.field('5 of 5').click();
      await page.click('Send feedback');
      await page.reads('Thank you');
    },
    { feedback: true },
  ],
  [
    'a panel that the settings put aside',
    async (page) => {
      await page.startCall();
      await page.buttonAppears('Expand');
    },
    {},
    'assistant-sends-settings',
  ],
];

async function letGo(page: CallPage): Promise<void> {
  await page.element.hangUp();
  localStorage.clear();
}

describe('each state of the conversation', () => {
  for (const [name, reach, configuration = {}, scenario = quiet] of states) {
    it(`${name}: accessible, light and dark`, async () => {
      const page = await CallPage.open(scenario, configuration);
      await reach(page);
      for (const theme of ['light', 'dark'] as const) {
        page.element.theme = theme;
        await page.element.updateComplete;
        for (const animation of page.element.shadowRoot?.getAnimations() ?? []) animation.cancel();
        await isAccessible(page);
      }
      await letGo(page);
    });
  }
});

describe('by keyboard alone', () => {
  function focused(page: CallPage): string {
    const element = page.element.shadowRoot?.activeElement;
    return element ? computeAccessibleName(element) : '';
  }

  async function focusReaches(page: CallPage, name: string): Promise<void> {
    await until(
      () => focused(page) === name,
      () => `focus is on "${focused(page)}", not on ${name}`,
    );
  }

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await sendKeys({ press: key });
  }

  /** Presses Tab until the focus is on the named control. */
  async function walkTo(page: CallPage, name: string): Promise<void> {
    for (let step = 0; step < 20 && focused(page) !== name; step += 1) await press('Tab');
    expect(focused(page)).to.equal(name);
  }

  async function walkBackTo(page: CallPage, name: string): Promise<void> {
    await sendKeys({ down: 'Shift' });
    await walkTo(page, name);
    await sendKeys({ up: 'Shift' });
  }

  it('the whole conversation is held', async function () {
    // Every key takes a long way through the test runner and back.
    this.timeout(60_000);
    const page = await CallPage.open('assistant-demo');
    await walkTo(page, 'Talk to the assistant');
    await press('Enter');
    await page.state('active');
    await focusReaches(page, 'End call');

    await walkBackTo(page, 'Message');
    await sendKeys({ type: 'How much is it?' });
    await press('Enter');
    await page.reads('The demonstration costs nothing.');
    await focusReaches(page, 'Message');

    await walkBackTo(page, 'Conversation');
    await walkBackTo(page, 'More');
    await press('Enter');
    await page.buttonAppears('Show times');
    await walkTo(page, 'Show times');
    await press('Enter');
    await until(() => page.has('time'));
    await focusReaches(page, 'More');

    await walkTo(page, 'End call');
    await press('Enter');
    await page.state('ended');
    await focusReaches(page, 'Call again');
    await letGo(page);
  });

  it('Escape closes the menu, then puts the panel aside, and never hangs up', async () => {
    const page = await CallPage.open(quiet);
    await talked(page);
    page.button('More').focus();
    await press('Enter');
    await page.buttonAppears('Show times');
    await walkTo(page, 'Show times');
    await press('Escape');
    await until(() => !page.hasButton('Show times'));
    await focusReaches(page, 'More');
    expect(page.hasButton('Collapse')).to.equal(true);
    await press('Escape');
    await focusReaches(page, 'Expand');
    await press('Escape', 'Escape');
    expect(page.element.callState).to.equal('active');
    await letGo(page);
  });

  it('when a control goes away, the focus stays near, and never moves to the end of the call', async () => {
    const page = await CallPage.open(quiet);
    await scrolledUp(page);
    page.button('Newest').focus();
    await press('Enter');
    await focusReaches(page, 'Conversation');
    await pick(page, await image());
    page.button('Remove the image').focus();
    await press('Enter');
    await focusReaches(page, 'Message');
    await letGo(page);
  });

  it('Escape that ends a composition leaves the panel where it is', async () => {
    const page = await CallPage.open(quiet);
    await page.startCall();
    // The second as Safari tells it.
    for (const composition of [{ isComposing: true }, { keyCode: 229 }]) {
      const init = { key: 'Escape', ...composition, bubbles: true, composed: true };
      page.field('Message').dispatchEvent(new KeyboardEvent('keydown', init));
      await page.element.updateComplete;
      expect(page.hasButton('Collapse'), JSON.stringify(composition)).to.equal(true);
    }
    await letGo(page);
  });

  it('the visitor chooses whether to go on, or turns away', async () => {
    const page = await CallPage.open(quiet, { resume: 'ask' });
    store(page);
    await walkTo(page, 'Talk to the assistant');
    await press('Enter');
    await focusReaches(page, 'Continue conversation');
    await press('Escape');
    await focusReaches(page, 'Talk to the assistant');
    await press('Enter');
    await focusReaches(page, 'Continue conversation');
    await press('Enter');
    await page.state('active');
    await focusReaches(page, 'End call');
    await letGo(page);
  });
});
