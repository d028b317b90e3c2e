// The way of a marketer through the studio, from nothing to a pasted snippet and a call on the page.

import type { Page } from 'puppeteer-core';
import type { Hand } from './hands.ts';

export interface Walker {
  readonly page: Page;
  readonly hand: Hand;
  /** Where a developer has put the files. */
  readonly filesUrl: string;
}

/** @yields the name of what is to be seen. */
export async function* walk({ page, hand, filesUrl }: Walker): AsyncGenerator<string, void> {
  yield 'arrived';
  await hand.write('#assistant-id', 'assistant-3f0c6b1e-2d7a-4a5e-9c52-1f9a7a3f4b10');
  await reads(page, '#preview-note', 'practice assistant');
  yield 'assistant';

  await hand.press('#next');
  await reads(page, '#step-title', 'How does it look?');
  yield 'look';
  await hand.write('#look-accent', '#ffb454');
  await hand.press('.more > summary');
  await hand.write('#look-accent-text', 'white');
  await settled(page, '#look-accent-text-contrast button');
  yield 'contrast';
  await hand.press('#look-accent-text-contrast button');
  await reads(page, '#contrast-summary', 'can be read well');
  yield 'contrast-mended';

  await hand.press('#next');
  await reads(page, '#step-title', 'What does it say?');
  await hand.write('#assistant-name', 'Ada');
  await hand.write('#invite', 'Questions about delivery? Ask Ada.');
  await hand.press('[name="state"][value="invitation"]');
  await shows(page, 'Ask Ada.');
  yield 'invitation';
  await hand.press('#require-consent');
  await hand.write('#text-consentText', 'The call goes through Telnyx. We keep nothing of it.');
  await hand.press('[name="state"][value="consent"]');
  await shows(page, 'We keep nothing of it.');
  yield 'consent';

  await hand.press('#next');
  await reads(page, '#step-title', 'What can visitors do?');
  yield 'behaviour';
  await hand.write('#phone', '+1 800 555 0199');
  await hand.press('[name="state"][value="problem"]');
  await shows(page, 'by phone');
  yield 'problem';
  await hand.press('[name="state"][value="speaking"]');
  await shows(page, 'Monday to Friday');
  yield 'speaking';

  await hand.press('#next');
  await reads(page, '#step-title', 'Where does it go?');
  yield 'publish';
  await hand.write('#view-files', filesUrl);
  await reads(page, '#files-check', 'The files are there');
  await hand.press('#snippet-panel .primary');
  await reads(page, '#code-status', 'The code is copied.');
  yield 'copied';

  const code = await page.evaluate(() => navigator.clipboard.readText());
  await page.setContent(pageWith(code));
  await settled(page, 'aria/Talk to Ada[role="button"]');
  yield 'pasted';
  await page.locator('aria/Talk to Ada[role="button"]').click();
  await settled(page, 'aria/Agree and call[role="button"]');
  yield 'pressed';
}

function pageWith(code: string): string {
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A shop</title><body style="font: 16px/1.6 system-ui; margin: 2rem"><h1>Our shop</h1>
<p>Tea, cups and kettles. We deliver within two days.</p>${code}`;
}

async function settled(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector, { visible: true });
}

async function reads(page: Page, selector: string, text: string): Promise<void> {
  const seen = (where: string, wanted: string) =>
    document.querySelector<HTMLElement>(where)?.innerText.includes(wanted);
  await page.waitForFunction(seen, {}, selector, text);
}

/** What the real element in the preview shows. */
async function shows(page: Page, text: string): Promise<void> {
  const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
  const seen = (wanted: string) => {
    const root = document.querySelector('telnyx-ai-call')?.shadowRoot;
    return root?.querySelector<HTMLElement>('.widget')?.innerText.includes(wanted);
  };
  await frame?.waitForFunction(seen, {}, text);
}
