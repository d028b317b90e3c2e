import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';
import { currentPeer } from '../support/resources.ts';
import { loudestHz } from '../support/sound.ts';

describe('a call', () => {
  it('is heard both ways, muted, unmuted and ended by the visitor', async () => {
    const page = await CallPage.open('assistant-demo.tone=660');
    await page.startCall();
    expect(page.states).to.deep.equal(['preparing', 'connecting', 'active']);

    await page.gatewayHas('heard');
    expect(await loudestHz(currentPeer())).to.be.closeTo(660, 15);
    await until(() => page.text.includes('You can talk now'));

    const mute = page.button('Mute microphone');
    expect(mute.getAttribute('aria-pressed')).to.equal('false');
    mute.click();
    await page.gatewayHas('quiet', { quietMs: 1_500 });
    expect(page.element.muted).to.equal(true);
    await until(() => mute.getAttribute('aria-pressed') === 'true');
    expect(page.text).to.include('Your microphone is off');

    mute.click();
    await page.gatewayHas('heard');
    expect(page.details('telnyx-mute')).to.deep.equal([{ muted: true }, { muted: false }]);

    await page.endCall();
    const [session] = await page.sessions();
    expect(session?.calls[0]?.endedBy).to.equal('client');
    expect(page.details('telnyx-call-end')[0]?.reason).to.equal('visitor');
    expect(page.details('telnyx-call-end')[0]?.durationMs).to.be.greaterThan(1_000);
    await page.everythingReleased();
  });

  it('lets the spoken greeting be heard in the page', async () => {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    // It is speech if it is louder than silence and in the range of a voice.
    expect(await loudestHz(currentPeer())).to.be.within(60, 4_000);
    await page.endCall();
  });

  it('that the assistant ends leaves everything ready for the next', async () => {
    const page = await CallPage.open('assistant-hangs-up-after.after=300', { resume: 'off' });
    await page.startCall();
    await page.state('ended');
    expect(page.text).to.include('The assistant ended the call');
    expect(page.details('telnyx-call-end')[0]?.reason).to.equal('assistant');
    await page.everythingReleased();

    await page.click('Call again');
    await page.state('active');
    await page.state('ended');
    expect(await page.sessions()).to.have.length(2);
    await page.everythingReleased();
  });

  it('can be made again and again on the same element', async () => {
    const page = await CallPage.open('assistant-demo');
    for (const round of [1, 2, 3]) {
      await page.click(round === 1 ? 'Talk to the assistant' : 'Call again');
      await page.state('active');
      await page.endCall();
      await page.everythingReleased();
    }
    expect(page.details('telnyx-call-start')).to.have.length(3);
  });

  it('that the pointer has prepared begins before its panel is drawn', async () => {
    const page = await CallPage.open('assistant-never-answers-invite');
    const launcher = page.button('Talk to the assistant');
    launcher.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await page.gatewayHas('sent:telnyx_rtc.clientReady');
    launcher.click();
    // Lets everything run that needs no new task of the browser.
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(page.element.callState).to.equal('preparing');
    expect(page.buttons).to.deep.equal(['Talk to the assistant']);
    await page.gatewayHas('telnyx_rtc.invite');
    await page.endCall();
  });

  it('takes the connection that the pointer has prepared, and the name that the caller got since', async () => {
    const page = await CallPage.open('assistant-never-answers-invite');
    const launcher = page.button('Talk to the assistant');
    launcher.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await page.gatewayHas('sent:telnyx_rtc.clientReady');
    page.element.callerName = 'Ada';
    await page.element.updateComplete;
    launcher.click();
    await page.gatewayHas('telnyx_rtc.invite');
    const sessions = await page.sessions();
    expect(sessions).to.have.length(1);
    const [call] = sessions[0]?.calls ?? [];
    expect(call?.invite).to.have.nested.property('dialogParams.caller_id_name', 'Ada');
    await page.endCall();
  });

  it('can be given up while it is being prepared', async () => {
    const page = await CallPage.open('assistant-never-answers-invite');
    await page.click('Talk to the assistant');
    await page.click('End call');
    await page.state('ended');
    await page.everythingReleased();
  });

  it('can be given up while it is being connected', async () => {
    const page = await CallPage.open('assistant-never-answers-invite');
    await page.click('Talk to the assistant');
    await page.gatewayHas('telnyx_rtc.invite');
    await page.endCall();
    await page.gatewayHas('telnyx_rtc.bye');
    await page.everythingReleased();
  });

  it('ends when the element is removed, and not when it is moved', async () => {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(page.element);
    await page.element.updateComplete;
    await page.gatewayHas('heard');
    expect(page.element.callState).to.equal('active');

    elsewhere.remove();
    await page.state('ended');
    expect(page.details('telnyx-call-end')[0]?.reason).to.equal('page');
    await page.gatewayHas('telnyx_rtc.bye');
    await page.everythingReleased();
  });

  it('ends when the page is left, and another can be made when it comes back', async () => {
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(page.element.callState).to.equal('ending');
    await page.state('ended');
    await page.everythingReleased();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await page.startCall();
    await page.endCall();
  });

  it('goes on over a socket that was dropped once, muted as it was', async () => {
    const page = await CallPage.open('assistant-drops-socket');
    await page.startCall();
    await page.click('Mute microphone');
    await page.state('reconnecting');
    expect(page.text).to.include('Reconnecting');
    await page.state('active');
    expect(page.element.muted).to.equal(true);
    await page.gatewayHas('quiet', { quietMs: 1_000 });
    await page.click('Mute microphone');
    await page.gatewayHas('heard');
    await page.endCall();
    await page.everythingReleased();
  });
});

describe('what is sent to Telnyx', () => {
  it('is the login and the invite of the public contract', async () => {
    const page = await CallPage.open('assistant-demo', {
      assistantVersion: 'v7',
      conversationId: '',
      callerName: 'Ada',
      variables: { order_id: 'A-17', vip: true },
    });
    await page.startCall();
    const [session] = await page.sessions();
    expect(session?.login).to.deep.include({
      target_type: 'ai_assistant',
      target_id: page.element.assistantId,
      target_version_id: 'v7',
      reconnection: false,
    });
    expect(session?.login).not.to.have.any.keys('target_params', 'userVariables');
    expect(session?.calls[0]?.invite).to.deep.include({ trickle: true });
    expect(session?.calls[0]?.invite)
      .to.have.property('dialogParams')
      .that.deep.includes({
        caller_id_name: 'Ada',
        custom_headers: [
          { name: 'X-Order-Id', value: 'A-17' },
          { name: 'X-Vip', value: 'true' },
        ],
      });
    expect(session?.calls[0]?.codec).to.equal('opus');
    await page.endCall();
    expect(await page.gateway.reports()).to.be.empty;
  });

  it('has all candidates in the invite without trickle ICE', async () => {
    const page = await CallPage.open('assistant-demo', { noTrickleIce: true });
    await page.startCall();
    const [session] = await page.sessions();
    const invite = session?.calls[0]?.invite;
    expect(invite).not.to.have.property('trickle');
    expect(invite).to.have.property('sdp').that.includes('a=candidate');
    await page.endCall();
  });

  it('can be changed by the page in telnyx-call-request', async () => {
    const page = await CallPage.open('assistant-demo', { variables: { a: 1 } });
    page.element.addEventListener('telnyx-call-request', ({ detail }) => {
      detail.variables['b'] = 2;
    });
    await page.startCall();
    const [session] = await page.sessions();
    expect(session?.calls[0]?.invite)
      .to.have.nested.property('dialogParams.custom_headers')
      .that.deep.equals([
        { name: 'X-A', value: '1' },
        { name: 'X-B', value: '2' },
      ]);
    expect(page.element.variables).to.deep.equal({ a: 1 });
    await page.endCall();
  });

  it('is nothing at all if the page cancels telnyx-call-request', async () => {
    const page = await CallPage.open('assistant-demo');
    page.element.addEventListener('telnyx-call-request', (event) => event.preventDefault());
    const outcome = await page.element.call().catch((error: unknown) => error);
    expect(outcome).to.have.property('name', 'CallError');
    expect(page.element.callState).to.equal('idle');
    expect(await page.sessions()).to.be.empty;
  });
});
