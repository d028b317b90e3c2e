// The studio measures texts in the real element, on a small phone, and warns at the field of each that does not fit.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { StudioPage } from './studio-page.ts';

const sentence =
  'Please tell me in one sentence what you would like to know today, so that I can help';
const word = 'Donaudampfschifffahrtsgesellschaftskapitän';

let studio: StudioPage;

before(async () => {
  studio = await StudioPage.start();
});

after(() => studio.stop());
beforeEach(() => studio.enter());
afterEach(() => studio.leave());

/** Opens the studio, and waits for what it says at each of these fields. */
async function warnsOf(
  settings: Readonly<Record<string, string>>,
  warnings: Readonly<Record<string, string>>,
): Promise<void> {
  await studio.open({ 'view.step': 'words', ...settings });
  await studio.unfold();
  for (const [key, words] of Object.entries(warnings)) {
    const id = `#${key.replaceAll('.', '-')}-problem`;
    await studio.reads(id, words).catch(async (cause: unknown) => {
      const said = await studio.page.$eval(id, ({ textContent }) => textContent);
      throw new Error(`${key}: “${words}” is not said, but: “${said}”`, { cause });
    });
  }
}

/** Waits until the studio knows how long everything is that is set. */
async function measured(): Promise<void> {
  await studio.page.waitForSelector('#lengths[data-measured="all"]');
}

function warnings(): Promise<string[]> {
  return studio.page.$$eval('.field .doubt', (all) =>
    all.flatMap(({ id, textContent }) => (textContent ? [id] : [])),
  );
}

describe('the studio, where a text does not fit', { timeout: 240_000 }, () => {
  it('says nothing of texts that fit', async () => {
    await studio.open({
      'view.step': 'words',
      'assistant-name': 'Ada',
      mode: 'both',
      greeting: 'Hello! What would you like to know?',
      prompts: '["When are you open?","How much is it?"]',
      invite: 'Questions? Ask Ada.',
      'require-consent': 'on',
      'text.consentText': 'You talk to a machine. What you say is sent to it and kept for a week.',
      'text.statusThinking': 'Let me see…',
      'text.tryAgain': 'Once more',
      'text.message': 'Your question',
      form: 'Your name *',
      phone: '+1 800 555 0199',
    });
    await studio.unfold();
    await measured();
    assert.deepEqual(await warnings(), []);
    assert.deepEqual(await studio.page.$eval('#lengths-news', (news) => news.textContent), '');
  });

  it('says how many lines the button has, as many as are seen on such a phone', async () => {
    const label = 'Talk to our friendly assistant about your order and all the rest';
    const settings = { 'text.launcher': label, 'look.font': 'Georgia, serif' };
    await studio.page.setViewport({ width: 320, height: 568 });
    const address = new URLSearchParams(settings).toString();
    await studio.page.goto(`${studio.demo.url}studio/preview/preview.html#${address}`);
    await studio.page.waitForSelector('telnyx-ai-call >>> .launcher');
    const lines = await studio.page.$eval(
      'telnyx-ai-call >>> .launcher > span:last-of-type',
      (span) =>
        Math.round(
          span.getBoundingClientRect().height / parseFloat(getComputedStyle(span).lineHeight),
        ),
    );
    assert.ok(lines > 1);
    await studio.page.setViewport({ width: 1280, height: 720 });
    await studio.page.goto('about:blank');
    await warnsOf(settings, {
      'text.launcher': `the button has ${lines} lines. The first: “Talk to`,
    });
  });

  it('shows a name as it is cut in the panel of a call, and on the button', async () => {
    await warnsOf(
      { 'assistant-name': 'Ada Lovelace of the London office' },
      { 'assistant-name': 'The first: “Talk to Ada' },
    );
    await studio.reads('#assistant-name-problem', 'the name is cut: “Ada Lovelace');
    await studio.field('Name of the assistant').fill('Ada');
    await studio.page.waitForFunction(
      () => document.querySelector('#assistant-name-problem')?.textContent === '',
    );
  });

  it('warns of a greeting and of questions only where they do harm', async () => {
    await warnsOf(
      {
        mode: 'both',
        greeting: sentence.repeat(9),
        prompts: JSON.stringify(['When?', sentence.repeat(2)]),
        invite: sentence,
      },
      {
        greeting: 'the field for typing is out of sight',
        prompts: 'the question is cut: “Please tell me',
        invite: 'The first 3: “Please tell me',
      },
    );
    await studio.field('Greeting').fill(sentence);
    await studio.field('Invitation').fill('Questions?');
    await studio.page.waitForFunction(
      () => document.querySelector('#invite-problem')?.textContent === '',
    );
    await measured();
    assert.deepEqual(await warnings(), ['prompts-problem']);
  });

  it('warns of what is asked first: consent, its buttons, and the form', async () => {
    await warnsOf(
      {
        'require-consent': 'on',
        'text.consentText': sentence.repeat(12),
        'text.agreeAndCall': word,
        'text.consentTitle': sentence,
        'text.formContinue': sentence,
        form: `${sentence.repeat(2)} *`,
      },
      {
        'text.consentText': 'the button to agree is out of sight',
        'text.agreeAndCall': 'breaks in the middle: “Donau',
        'text.consentTitle': 'this line has',
        'text.formContinue': 'this button has',
      },
    );
    await studio.goTo('Behaviour');
    await studio.reads('#form-problem', 'this question has');
  });

  it('measures the texts of a call in a call, each in its place', async () => {
    await warnsOf(
      {
        'text.statusThinking': sentence,
        'text.message': sentence.repeat(3),
        'text.you': sentence,
        'text.copyDetails': sentence,
        'text.backToCall': sentence,
        'text.callAgain': sentence,
        'text.feedbackComment': sentence.repeat(2),
        'text.mute': sentence.repeat(5),
      },
      {
        'text.statusThinking': 'this line has',
        'text.message': 'the hint in the field is cut',
        'text.you': 'this small print has',
        'text.copyDetails': 'this button has',
        'text.backToCall': 'this button has',
        'text.callAgain': 'this button has',
        'text.feedbackComment': 'the hint in the field is cut',
      },
    );
    // It is heard only.
    assert.ok(!(await warnings()).includes('text-mute-problem'));
    // What is folded away says so on its fold.
    await studio.goTo('Words');
    await studio.reads('.more > summary', '8 changed, 7 too long');
  });

  it('measures what is told of a problem, and the phone number there', async () => {
    await warnsOf(
      {
        'text.errors.offline': sentence.repeat(8),
        'text.errors.insecure-context': sentence.repeat(8),
        'text.tryAgain': word,
        'text.callByPhone': `${sentence} {number}`,
      },
      {
        'text.errors.offline': 'the way out is out of sight',
        'text.errors.insecure-context': 'the way out is out of sight',
        'text.tryAgain': 'breaks in the middle',
        'text.callByPhone': 'this button has',
      },
    );
  });

  it('measures the language that is chosen, from right to left too', async () => {
    await warnsOf(
      {
        lang: 'ar',
        'assistant-name': 'آدا لوفلايس من مكتب لندن الكبير',
        'text.launcher': 'تحدث معنا',
      },
      { 'assistant-name': 'the name is cut: “آدا' },
    );
    await studio.page.goto('about:blank');
    await warnsOf(
      { lang: 'de', 'assistant-name': 'Ada Lovelace aus London' },
      {
        'assistant-name': 'The first: “Mit Ada Lovelace',
      },
    );
  });

  it('tells it aloud, and lets whoever types go on typing', async () => {
    await studio.open({ 'view.step': 'words', mode: 'both', 'require-consent': 'on' });
    await studio.page.focus('#text-consentText');
    await studio.page.keyboard.type(sentence.repeat(9));
    await studio.reads('#text-consentText-problem', 'is out of sight');
    assert.equal(
      await studio.page.evaluate(() => document.activeElement?.id),
      'text-consentText',
      'the panel in the frame takes no focus',
    );
    assert.match(
      await studio.page.$eval('#lengths-news', (news) => news.textContent),
      /^Consent sentence: On a small phone/,
    );
    const described = await studio.page.$eval('#text-consentText', (field) =>
      field.getAttribute('aria-describedby'),
    );
    assert.match(described ?? '', /text-consentText-problem/);
  });
});
