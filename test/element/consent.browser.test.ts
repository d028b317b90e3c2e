// require-consent: nothing happens before the visitor agrees, in whatever way a call is started.

import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '../browser/commands.ts';
import { codeOf } from '../support/code-of.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { storageUse } from '../support/storage-use.ts';
import type { TelnyxAiCall } from '../../src/index.ts';

const scenario = 'assistant-demo.script=quiet.join=any';
const consenting = { requireConsent: true };

/** There is no call, and nothing that only a call needs. */
async function nothingHappened(page: CallPage, storage: ReturnType<typeof storageUse>) {
  await page.everythingReleased();
  expect(await page.sessions()).to.be.empty;
  expect(storage.keys).to.be.empty;
  expect(page.details('telnyx-call-request')).to.be.empty;
}

describe('with require-consent', () => {
  let storage: ReturnType<typeof storageUse>;

  beforeEach(() => {
    localStorage.clear();
    storage = storageUse();
  });

  afterEach(() => storage.restore());

  it('a click opens nothing before the visitor agrees, and a call after', async () => {
    const page = await CallPage.open(scenario, consenting);
    await page.click('Talk to the assistant');
    await page.buttonAppears('Agree and call');
    expect(page.element.callState).to.equal('preparing');
    expect(page.text).to.contain('You will talk to an AI assistant');
    expect(page.hasButton('End call')).to.equal(false);
    await nothingHappened(page, storage);
    await page.click('Agree and call');
    await page.state('active');
    await page.endCall();
    await page.everythingReleased();

    await page.click('Call again');
    await page.state('active');
    expect(page.hasButton('Agree and call')).to.equal(false);
    await page.endCall();
  });

  for (const way of ['Not now', 'Close'] as const) {
    it(`"${way}" ends it, and the next click asks again`, async () => {
      const page = await CallPage.open(scenario, consenting);
      const called = page.element.call().then(() => 'called', codeOf);
      await page.click(way);
      expect(await called).to.equal('unexpected');
      expect(page.element.callState).to.equal('ended');
      expect(page.details('telnyx-call-end')).to.deep.equal([
        { reason: 'visitor', durationMs: 0, conversationId: null },
      ]);
      expect(page.details('telnyx-call-error')).to.be.empty;
      await nothingHappened(page, storage);
      await page.click('Talk to the assistant');
      await page.buttonAppears('Agree and call');
      await page.click('Not now');
    });
  }

  it('the panel stays from the question to the call', async () => {
    const page = await CallPage.open(scenario, consenting);
    await page.click('Talk to the assistant');
    await page.click('Agree and call');
    do {
      await new Promise(requestAnimationFrame);
      expect(page.hasButton('Talk to the assistant')).to.equal(false);
    } while (!page.hasButton('End call'));
    await page.state('active');
    await page.endCall();
  });

  it('the method waits for the visitor, and hangUp() withdraws the question', async () => {
    const page = await CallPage.open(scenario, consenting);
    const called = page.element.call().catch(codeOf);
    await page.buttonAppears('Agree and call');
    await page.element.hangUp();
    expect(await called).to.equal('unexpected');
    expect(page.element.callState).to.equal('ended');
    expect(page.details('telnyx-call-end').map(({ reason }) => reason)).to.deep.equal(['page']);
    await nothingHappened(page, storage);
  });

  it('the pointer over the button connects nothing', async () => {
    const page = await CallPage.open(scenario, consenting);
    const { x, y, width, height } = page.button('Talk to the assistant').getBoundingClientRect();
    await sendMouse({
      type: 'move',
      position: [Math.round(x + width / 2), Math.round(y + height / 2)],
    });
    await page.click('Talk to the assistant');
    await page.buttonAppears('Agree and call');
    await nothingHappened(page, storage);
    await page.click('Not now');
  });

  it('a stored conversation is not read before, and asked about after', async () => {
    const page = await CallPage.open(scenario, { ...consenting, resume: 'ask' });
    const record = { conversation_id: 'conv-1', last_used_at: new Date().toISOString() };
    storage.plant(`telnyx-ai-call:v1:${page.element.assistantId}`, JSON.stringify(record));
    await page.click('Talk to the assistant');
    await page.buttonAppears('Agree and call');
    await nothingHappened(page, storage);
    await page.click('Agree and call');
    await page.click('Continue conversation');
    await page.state('active');
    expect(
      (await page.sessions()).map(({ joinedConversationId }) => joinedConversationId),
    ).to.deep.equal(['conv-1']);
    await page.endCall();
  });

  it('a double click on the agreement ends no call', async () => {
    const page = await CallPage.open(scenario, consenting);
    await page.click('Talk to the assistant');
    await page.click('Agree and call');
    const end = await page.buttonAppears('End call');
    end.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true }));
    await page.state('active');
    await page.endCall();
  });

  it('shows the words of the page', async () => {
    const element = await fixture<TelnyxAiCall>(html`
      <telnyx-ai-call assistant-id="assistant-demo" require-consent>
        <p slot="consent">See our <a href="/terms">terms</a>.</p>
      </telnyx-ai-call>
    `);
    element.call().catch(() => undefined);
    const slot = await waitFor(() => element.shadowRoot?.querySelector('slot[name="consent"]'));
    expect((slot as HTMLSlotElement).assignedElements()[0]?.textContent).to.equal('See our terms.');
    expect(element.querySelector('a')?.checkVisibility()).to.equal(true);
    await element.hangUp();
  });

  it('the visitor withdraws: the call ends, its conversation is forgotten, and the next is asked for', async () => {
    const page = await CallPage.open(scenario, consenting);
    await page.click('Talk to the assistant');
    await page.click('Agree and call');
    await page.state('active');
    await page.isWhole();
    await page.chooseInMenu('Withdraw my agreement');
    await page.state('ended');
    await page.everythingReleased();
    expect(page.stored).to.equal(null);
    await page.click('Call again');
    await page.buttonAppears('Agree and call');
    await page.click('Not now');
  });

  it('what the site tells after the visitor has withdrawn is not kept', async () => {
    let reply: (response: Response) => void = () => {};
    const { fetch } = window;
    const restore = replace(window, 'fetch', (input, init) =>
      input === '/conversation'
        ? new Promise<Response>((resolve) => (reply = resolve))
        : fetch(input, init),
    );
    const page = await CallPage.open(`${scenario}.id=none`, {
      ...consenting,
      conversationUrl: '/conversation',
    });
    await page.click('Talk to the assistant');
    await page.click('Agree and call');
    await page.state('active');
    page.element.withdrawConsent();
    await page.state('ended');
    reply(Response.json({ conversation_id: 'too-late' }));
    await page.everythingReleased();
    expect(page.stored).to.equal(null);
    expect(page.element.conversation).to.equal(null);
    restore();
  });
});

async function waitFor<Value>(look: () => Value | null | undefined): Promise<Value> {
  for (;;) {
    const value = look();
    if (value) return value;
    await new Promise(requestAnimationFrame);
  }
}
