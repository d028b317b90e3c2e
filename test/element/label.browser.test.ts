// Which label the launcher has.

import { expect, fixture, html } from '@open-wc/testing';
import { computeAccessibleName } from 'dom-accessibility-api';
import '../../src/define.ts';
import type { TelnyxAiCall } from '../../src/index.ts';

async function labelOf(element: TelnyxAiCall): Promise<string> {
  await element.updateComplete;
  const button = element.shadowRoot?.querySelector<HTMLElement>('[part="launcher"]');
  if (!button) throw new Error('There is no launcher.');
  const name = computeAccessibleName(button);
  expect(button.innerText.trim() || element.innerText.trim(), 'what is seen').to.equal(name);
  return name;
}

describe('the launcher is called', () => {
  it('by default: Talk to the assistant', async () => {
    const element = await fixture<TelnyxAiCall>(html`<telnyx-ai-call></telnyx-ai-call>`);
    expect(await labelOf(element)).to.equal('Talk to the assistant');
  });

  it('the same with nothing but white space, comments and other slots in it', async () => {
    const element = await fixture<TelnyxAiCall>(html`
      <telnyx-ai-call>
        <!-- no label -->
        <p slot="footer"></p>
      </telnyx-ai-call>
    `);
    expect(await labelOf(element)).to.equal('Talk to the assistant');
  });

  it('what the page says, also when it says it later', async () => {
    const element = await fixture<TelnyxAiCall>(html`<telnyx-ai-call>Talk to us</telnyx-ai-call>`);
    expect(await labelOf(element)).to.equal('Talk to us');
    element.replaceChildren('Ask us');
    expect(await labelOf(element)).to.equal('Ask us');
    element.replaceChildren();
    // The browser reports emptied slots in a microtask.
    await Promise.resolve();
    expect(await labelOf(element)).to.equal('Talk to the assistant');
  });
});
