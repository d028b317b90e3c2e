// What a site learns of its visitors' way: the panel opens and is put aside (`telnyx-panel`), the visitor
// agrees or declines (`telnyx-consent`).

import { expect } from '@open-wc/testing';
import { sendKeys } from '../browser/commands.ts';
import { CallPage } from '../support/call-page.ts';
import { chatUrl } from '../support/chat-site.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';
const consenting = { requireConsent: true };

function opened(page: CallPage): boolean[] {
  return page.details('telnyx-panel').map(({ open }) => open);
}

async function told(page: CallPage, ...wanted: boolean[]): Promise<void> {
  await until(
    () => opened(page).length >= wanted.length,
    () => `told of: ${opened(page).join(', ')}`,
  );
  await page.element.updateComplete;
  expect(opened(page)).to.deep.equal(wanted);
}

describe('telnyx-panel', () => {
  afterEach(() => localStorage.clear());

  it('is told once for each change, also when the call opens the panel', async () => {
    const page = await CallPage.open(quiet);
    expect(opened(page)).to.be.empty;
    await page.startCall();
    await told(page, true);
    await page.click('Collapse');
    await told(page, true, false);
    await page.click('Back to call');
    await told(page, true, false, true);
    page.element.collapse();
    await told(page, true, false, true, false);
    page.element.collapse();
    page.element.expand();
    await told(page, true, false, true, false, true);
    page.element.expand();
    await page.endCall();
    await told(page, true, false, true, false, true);
    await page.click('Close');
    await told(page, true, false, true, false, true, false);
  });

  it('is told when the panel is there, or gone', async () => {
    const page = await CallPage.open(quiet);
    const seen: boolean[] = [];
    page.element.addEventListener('telnyx-panel', () => seen.push(page.has('[part="panel"]')));
    await page.startCall();
    await told(page, true);
    await sendKeys({ press: 'Tab' });
    page.button('End call').focus();
    await sendKeys({ press: 'Escape' });
    await told(page, true, false);
    expect(seen).to.deep.equal([true, false]);
    await page.element.hangUp();
  });

  it('is told of a panel for typing', async () => {
    const page = await CallPage.open('assistant-demo', { chatUrl });
    await page.click('Talk to the assistant');
    await until(() => page.hasField('Message'));
    await told(page, true);
    await page.click('Close');
    await told(page, true, false);
  });

  it('lets a handler do what it likes', async () => {
    const page = await CallPage.open(quiet);
    page.element.addEventListener('telnyx-panel', ({ detail }) => {
      if (detail.open) page.element.collapse();
    });
    await page.startCall();
    await told(page, true, false);
    page.element.expand();
    await told(page, true, false, true, false);
    await page.endCall();
  });
});

describe('telnyx-consent', () => {
  afterEach(() => localStorage.clear());

  const given = (page: CallPage) => page.details('telnyx-consent');

  it('tells that the visitor agrees, once', async () => {
    const page = await CallPage.open(quiet, consenting);
    await page.click('Talk to the assistant');
    await page.buttonAppears('Agree and call');
    expect(given(page)).to.be.empty;
    await page.click('Agree and call');
    await page.state('active');
    expect(given(page)).to.deep.equal([{ given: true }]);
    await page.endCall();
    await page.click('Call again');
    await page.state('active');
    expect(given(page)).to.have.length(1);
    await page.endCall();
  });

  it('tells that the visitor declines, and not that the page does', async () => {
    const page = await CallPage.open(quiet, consenting);
    await page.click('Talk to the assistant');
    await page.click('Not now');
    await page.state('ended');
    expect(given(page)).to.deep.equal([{ given: false }]);
    page.element.call().catch(() => undefined);
    await page.buttonAppears('Agree and call');
    await page.element.hangUp();
    expect(given(page)).to.have.length(1);
  });

  it('is told for typing, too', async () => {
    const page = await CallPage.open('assistant-demo', { ...consenting, chatUrl });
    await page.click('Talk to the assistant');
    await page.click('Agree');
    await until(() => page.hasField('Message'));
    expect(given(page)).to.deep.equal([{ given: true }]);
  });
});

/** As it stands in docs/sites.md. @returns what it counts. */
async function runRecipe(): Promise<readonly { event: string }[]> {
  const document = await (await fetch('/docs/sites.md')).text();
  const [, recipe = ''] = /^## Analytics$[^]*?```js\n([^]*?)```/m.exec(document) ?? [];
  const counted: { event: string }[] = [];
  Object.assign(window, { dataLayer: counted });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is the code of our own document
  const run = new Function(recipe) as () => void;
  run();
  return counted;
}

describe('the recipe for analytics', () => {
  afterEach(() => localStorage.clear());

  it('counts the way to a call, without a word of what was said', async () => {
    const page = await CallPage.open('assistant-demo', { requireConsent: true, callerName: 'Ada' });
    const counted = await runRecipe();
    await page.click('Talk to the assistant');
    await page.click('Agree and call');
    await page.state('active');
    await page.isWhole();
    await page.sendMessage('a secret of mine');
    await until(() => page.element.conversation !== null);
    await page.endCall();
    await page.click('Close');
    expect(counted.map(({ event }) => event)).to.deep.equal([
      'call_panel_opened',
      'call_agreed',
      'call_start',
      'call_end',
    ]);
    const told = JSON.stringify(counted);
    for (const word of ['secret', 'Ada', 'assistant', page.element.conversation?.id ?? '?'])
      expect(told).not.to.include(word);
  });

  it('counts a call that failed', async () => {
    const page = await CallPage.open('assistant-refuses-invite');
    const counted = await runRecipe();
    await page.click('Talk to the assistant');
    await page.state('failed');
    expect(counted).to.deep.include({ event: 'call_error', code: 'call-rejected' });
  });
});
