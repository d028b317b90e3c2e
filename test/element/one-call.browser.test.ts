// One call with an assistant at a time. Locks do not depend on the tab, so a second element in the same page
// stands for another tab. `test/build/pages-and-tabs.node.test.ts` has two real tabs.

import { expect } from '@open-wc/testing';
import { codeOf } from '../support/code-of.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { pauseUncounted } from '../support/resources.ts';

const scenario = 'assistant-demo.script=quiet';

async function inTwoTabs(): Promise<readonly [CallPage, CallPage]> {
  const tag = crypto.randomUUID();
  return [await CallPage.open(scenario, {}, { tag }), await CallPage.open(scenario, {}, { tag })];
}

/** As a browser in which the word of a grant takes so long on its way: meanwhile, the lock counts as held. */
function grantLate(lateMs: number): LockManager['request'] {
  const request = navigator.locks.request.bind(navigator.locks);
  const later = async (
    name: string,
    { signal }: LockOptions,
    granted: LockGrantedCallback<unknown>,
  ) => {
    const aborted = new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
    const held = request(name, {}, async (lock) => {
      await pauseUncounted(lateMs);
      if (!signal?.aborted) return granted(lock);
    });
    return Promise.race([held, aborted]);
  };
  return later as LockManager['request'];
}

describe('a call of the same assistant in another tab', () => {
  it('is reported, and nothing is opened beside it', async () => {
    const [first, second] = await inTwoTabs();
    await first.startCall();
    const code = await second.element.call().catch(codeOf);
    expect(code).to.equal('busy-elsewhere');
    await second.state('failed');
    expect(second.text).to.contain('is running in another tab');
    expect(first.element.callState).to.equal('active');
    expect(await first.sessions()).to.have.length(1);
    await first.endCall();
    await first.everythingReleased();
  });

  it('gives way to "Use here instead"', async () => {
    const [first, second] = await inTwoTabs();
    await first.startCall();
    await second.click('Talk to the assistant');
    await second.click('Use here instead');
    await second.state('active');
    await first.state('failed');
    expect(first.details('telnyx-call-error').map(({ code }) => code)).to.deep.equal([
      'busy-elsewhere',
    ]);
    expect(first.hasButton('Use here instead')).to.equal(true);
    await second.endCall();
    await second.everythingReleased();
  });

  it('is not taken for one where a busy browser grants the lock late', async () => {
    const restore = replace(navigator.locks, 'request', grantLate(600));
    const page = await CallPage.open(scenario);
    await page.startCall().finally(restore);
    await page.endCall();
    await page.everythingReleased();
  });

  it('does not prevent a call once it is over', async () => {
    const [first, second] = await inTwoTabs();
    await first.startCall();
    await first.endCall();
    await second.startCall();
    await second.endCall();
    await second.everythingReleased();
  });

  it('that was given up while it began leaves nothing locked', async () => {
    const [first, second] = await inTwoTabs();
    const called = first.element.call().catch(() => undefined);
    await first.element.hangUp();
    await called;
    await second.startCall();
    await second.endCall();
  });
});
