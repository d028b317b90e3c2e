// Two elements on one page, each with a call of its own. The SDK keeps what it needs to come back in entries
// that all calls of the tab share.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';

const quiet = 'assistant-demo.script=quiet';

/** Its socket is cut. */
async function comesBack(page: CallPage): Promise<void> {
  const { id } = await page.gatewayHas('call-active');
  await page.gateway.drop(id);
  await page.state('reconnecting');
  await page.gatewayHas('call-attached', { session: id });
  await page.state('active');
  expect(await page.sessions()).to.have.length(1);
}

describe('a call that loses its socket comes back', () => {
  it('after another element has begun and ended a call', async () => {
    const first = await CallPage.open(quiet);
    const second = await CallPage.open(quiet);
    await first.startCall();
    await second.startCall();
    await second.endCall();
    await second.gatewayHas('socket-closed');
    await comesBack(first);
    await first.endCall();
  });

  it('while another element is in a call, and that one, too', async () => {
    const first = await CallPage.open(quiet);
    const second = await CallPage.open(quiet);
    await first.startCall();
    await second.startCall();
    await comesBack(first);
    await comesBack(second);
    await comesBack(first);
    await first.endCall();
    await second.endCall();
  });

  it('after what another element had connected ahead was given up', async () => {
    const ahead = await CallPage.open(quiet);
    const first = await CallPage.open(quiet);
    ahead
      .button('Talk to the assistant')
      .dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    await ahead.gatewayHas('sent:telnyx_rtc.clientReady');
    await first.startCall();
    ahead.element.remove();
    await ahead.gatewayHas('socket-closed');
    await comesBack(first);
    await first.endCall();
  });
});
