// The studio's preview: always in sight, in every state, and who answers in it. Also keyboard and axe.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { steps } from '../../demo/studio/fields/steps.ts';
import { StudioPage } from './studio-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const windows = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];

let studio: StudioPage;

before(async () => {
  studio = await StudioPage.start();
});

after(() => studio.stop());
beforeEach(() => studio.enter());
afterEach(() => studio.leave());

/** What axe objects to in the page as it is. */
async function objections(): Promise<string[][]> {
  await studio.page.evaluate(axe);
  return studio.page.evaluate(async () => {
    interface Axe {
      run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run();
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  });
}

describe('the studio’s preview', { timeout: 240_000 }, () => {
  for (const { width, height } of windows) {
    it(`is always in sight at ${width} × ${height}, and nothing is too wide`, async () => {
      await studio.page.setViewport({ width, height });
      await studio.open();
      for (const { id, title } of steps) {
        await studio.goTo(title);
        await studio.unfold();
        const seen = await studio.page.evaluate(() => {
          const last = [...document.querySelectorAll('#settings button')].at(-1);
          last?.scrollIntoView();
          const { top, bottom } = document.querySelector('#stage')?.getBoundingClientRect() ?? {
            top: -1,
            bottom: -1,
          };
          const { scrollWidth } = document.documentElement;
          return { isSeen: top >= 0 && bottom <= innerHeight, scrollWidth };
        });
        assert.deepEqual(seen, { isSeen: true, scrollWidth: width }, id);
      }
    });
  }

  it('shows every state of the real element, with a press', async () => {
    await studio.open({
      'assistant-name': 'Ada',
      invite: 'Questions? Ask Ada.',
      form: 'Your name *',
      'require-consent': 'on',
      'text.consentText': 'Our own sentence of consent.',
      mode: 'both',
      phone: '+1 800 555 0199',
    });
    for (const [state, text] of [
      ['Invitation', 'Questions? Ask Ada.'],
      ['Form', 'Before we begin'],
      ['Typing', 'You can type now'],
      // Typing is chosen, and a call can be seen all the same.
      ['Speaking', 'Monday to Friday'],
    ] as const) {
      await studio.choose(state);
      await studio.shows(text);
    }
    await studio.goTo('Behaviour');
    await studio.choose('Voice');
    for (const [state, text] of [
      ['Consent', 'Our own sentence of consent.'],
      ['Connecting', 'Connecting'],
      ['Speaking', 'Monday to Friday'],
      ['Problem', 'by phone'],
      ['Ended', 'Call ended'],
      ['Put aside', 'Back to call'],
      ['Button', 'Talk to Ada'],
    ] as const) {
      await studio.choose(state);
      await studio.shows(text);
    }
    await studio.addressSays('require-consent');
  });

  it('says why a state cannot be shown, and shows the button meanwhile', async () => {
    await studio.open();
    await studio.choose('Invitation');
    await studio.reads('#preview-note', 'Write an invitation under Words.');
    await (await studio.inPreview('Talk to the assistant')).wait();
    await studio.goTo('Words');
    await studio.field('Invitation').fill('Need help?');
    await studio.shows('Need help?');
  });

  it('says who answers, and calls the person’s own assistant only if they want it', async () => {
    await studio.open({ 'assistant-id': 'assistant-real', 'token-url': '/token' });
    await studio.reads('#preview-note', 'A practice assistant answers, not yours.');
    await (await studio.inPreview('Talk to the assistant')).wait();
    const here = async () =>
      (await studio.preview()).$eval('telnyx-ai-call', (element) => [
        element.assistantId,
        element.tokenUrl,
        element.gatewayUrl.replace(/\d+/g, ''),
      ]);
    assert.deepEqual(await here(), ['assistant-demo~studio', '', 'ws://...:']);
    await studio.field('Call my own assistant', 'switch').click();
    await studio.reads('#preview-note', 'Your own assistant answers');
    await (await studio.preview()).waitForSelector('[assistant-id="assistant-real"]');
    assert.deepEqual(await here(), ['assistant-real', '/token', '']);
  });

  it('calls, and the call goes on while colours change and the window becomes a phone', async () => {
    await studio.open();
    const frame = await studio.preview();
    await (await studio.inPreview('Talk to the assistant')).click();
    await frame.waitForSelector('telnyx-ai-call[call-state="active"]');
    await studio.choose('Phone');
    await frame.waitForFunction(() => innerWidth === 390);
    await studio.choose('Dark');
    await studio.goTo('Look');
    await studio.field('Brand colour').fill('teal');
    await frame.waitForFunction(
      () =>
        document
          .querySelector<HTMLElement>('telnyx-ai-call')
          ?.style.getPropertyValue('--telnyx-ai-call-accent') === 'teal',
    );
    await frame.waitForSelector('telnyx-ai-call[call-state="active"]');
    await (await studio.inPreview('End call')).click();
    await frame.waitForSelector('telnyx-ai-call[call-state="ended"]');
  });

  it('answers what is typed, as soon as typing is chosen', async () => {
    await studio.open({ 'view.step': 'behaviour' });
    await studio.choose('Typing');
    await (await studio.inPreview('Talk to the assistant')).click();
    await (await studio.inPreview('Message', 'textbox')).fill('How much is it?');
    await (await studio.inPreview('Send message')).click();
    await studio.shows('The demonstration costs nothing.');
    assert.equal(await (await studio.preview()).$('aria/Start call[role="button"]'), null);
  });

  it('has a picture of the person’s own page behind it', async () => {
    await studio.open();
    await studio.page.locator('#view-background').fill('/pictures/states.png');
    await studio.page.keyboard.press('Enter');
    await (
      await studio.preview()
    ).waitForFunction(() =>
      getComputedStyle(document.body).backgroundImage.includes('/pictures/states.png'),
    );
    assert.equal(await studio.page.$('#preview-note b'), null);
  });

  it('says where no picture of the page, or of the assistant, is found', async () => {
    await studio.open({ 'view.step': 'look' });
    for (const address of ['my homepage', studio.demo.url]) {
      await studio.page.locator('#view-background').fill(address);
      await studio.page.keyboard.press('Enter');
      await studio.reads('#preview-note', 'There is no picture of your page at this address.');
      await studio.page.locator('#view-background').fill('/pictures/states.png');
      await studio.page.keyboard.press('Enter');
      await studio.page.waitForFunction(() => !document.querySelector('#preview-note b'));
    }
    await studio.field('Picture of the assistant').fill('/package.json');
    await studio.page.keyboard.press('Enter');
    await studio.reads('#avatar-contrast', 'No picture lies there.');
    studio.complaints.length = 0;
  });
});

describe('the studio, for everybody', { timeout: 240_000 }, () => {
  for (const { width, height } of windows) {
    it(`has nothing that axe objects to at ${width} × ${height}, in any step`, async () => {
      await studio.page.setViewport({ width, height });
      await studio.open({ 'look.accent': 'yellow', 'look.accent-text': 'white' });
      for (const { title } of steps) {
        await studio.goTo(title);
        await studio.unfold();
        assert.deepEqual(await objections(), [], title);
      }
      await studio.page.locator('aria/Find a setting[role="searchbox"]').fill('colour');
      await studio.reads('#step-title', 'Found');
      assert.deepEqual(await objections(), [], 'search');
    });
  }

  it('is used by keyboard alone: a step, a field, a state, the code', async () => {
    await studio.allowCopying();
    await studio.open();
    const { keyboard } = studio.page;
    await studio.page.focus('#steps button');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await studio.reads('#step-title', 'How does it look?');
    assert.equal(await studio.page.evaluate(() => document.activeElement?.id), 'step-title');
    await studio.page.focus('[name="launcher"]:checked');
    await keyboard.press('ArrowRight');
    await studio.addressSays('launcher=round');
    await studio.page.focus('[name="state"]:checked');
    for (let press = 0; press < 5; press += 1) await keyboard.press('ArrowRight');
    await studio.addressSays('view.state=connecting');
    await studio.shows('Connecting');
    await studio.goTo('Put it on');
    await studio.page.focus('#tab-script');
    await keyboard.press('End');
    await studio.reads('#snippet', "import 'telnyx-ai-call/svelte'");
    await keyboard.press('ArrowRight');
    await studio.reads('#snippet', '<script');
    await studio.page.focus('#snippet-panel .primary');
    await keyboard.press('Enter');
    await studio.reads('#code-status', 'The code is copied.');
  });
});
