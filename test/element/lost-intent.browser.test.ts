// A visitor who shows intent while the code is on its way, and then is gone: nothing connects for nobody.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { letCodeComeLate } from '../support/late-code.ts';
import { until } from '../support/until.ts';

const scenario = 'assistant-demo.script=quiet';

function hover(page: CallPage): void {
  const over = new PointerEvent('pointerover', { bubbles: true, composed: true });
  page.find('[part~="launcher"]').dispatchEvent(over);
}

async function codeHasCome(): Promise<void> {
  const isThere = (name: string) =>
    performance.getEntriesByType('resource').some((each) => each.name.endsWith(`/${name}.ts`));
  await until(() => isThere('session-opener'));
}

/** A page loads each file once: it is the first test. */
it('connects nothing when the element goes before the code comes, and nothing when consent does', async () => {
  letCodeComeLate();
  const removed = await CallPage.open(scenario, {}, { codeAhead: false });
  const withdrawn = await CallPage.open(scenario, {}, { codeAhead: false });
  const staying = await CallPage.open(scenario, {}, { codeAhead: false });
  for (const page of [removed, withdrawn, staying]) hover(page);
  removed.element.remove();
  withdrawn.element.withdrawConsent();
  await codeHasCome();
  // By then, the others would have connected as well.
  await until(async () => (await staying.sessions()).length > 0);
  expect(await removed.sessions()).to.be.empty;
  expect(await withdrawn.sessions()).to.be.empty;
});
