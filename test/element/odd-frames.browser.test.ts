// Frames that no assistant should send: twice, broken, or nothing at all. A call bears them.

import { expect } from '@open-wc/testing';
import { delta, done, heard, started, toolCall } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { currentSocket } from '../support/resources.ts';
import { until } from '../support/until.ts';

const scenario = 'assistant-demo.tone=440';

const texts = {
  nothing: '',
  'a number': '1',
  'a text': '"answer"',
  'no list': '[]',
  'half a frame': '{"jsonrpc":"2.0","method":',
  'no method': '{"jsonrpc":"2.0"}',
  'no id': '{"id":null,"method":null,"params":null}',
  'a result of nothing': '{"id":"unknown","result":null}',
  'an error of nothing': '{"id":"unknown","error":null}',
  'words without content': '{"id":"a","method":"ai_conversation","params":null}',
  'a list of lists': `{"id":"b","method":"ai_conversation","params":${'['.repeat(500)}${']'.repeat(500)}}`,
  'an end of no call': '{"id":"c","method":"telnyx_rtc.bye","params":null}',
  'an unknown method': '{"id":"d","method":"telnyx_rtc.unheard_of","params":{"callID":7}}',
  'odd names': '{"id":"e","method":"ai_conversation","params":{"__proto__":{"type":"x"}}}',
};

describe('an odd frame', () => {
  afterEach(() => localStorage.clear());

  for (const [what, data] of Object.entries(texts)) {
    it(`(${what}) changes nothing`, async () => {
      const page = await CallPage.open(scenario);
      await page.startCall();
      const { id } = await page.gatewayHas('heard');
      for (const each of [data, new Blob([data]), new TextEncoder().encode(data).buffer]) {
        currentSocket().dispatchEvent(new MessageEvent('message', { data: each }));
      }
      await page.gateway.send(id, heard('Still there?'));
      await page.reads('Still there?');
      expect(page.element.callState).to.equal('active');
      expect(page.details('telnyx-call-error')).to.be.empty;
      await page.endCall();
      await page.everythingReleased();
    });
  }

  it('(a session description that is none) is passed over until the answer comes', async () => {
    const page = await CallPage.open('assistant-demo.tone=440.answer-delay=600');
    await page.click('Talk to the assistant');
    const { id, calls } = await page.gatewayHas('telnyx_rtc.invite');
    const callID = calls[0]?.callId;
    for (const sdp of ['', 'v=0', 'no description', null, 7]) {
      const params = { callID, sdp };
      await page.gateway.raw(id, { id: crypto.randomUUID(), method: 'telnyx_rtc.media', params });
    }
    await page.state('active');
    await page.gatewayHas('heard');
    await page.reads('You can talk now');
    expect(page.details('telnyx-call-error')).to.be.empty;
    await page.endCall();
    await page.everythingReleased();
  });
});

describe('a frame that comes twice', () => {
  it('counts once', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    let asked = 0;
    page.element.registerTool('lamp', () => `${(asked += 1)}`);
    await page.startCall();
    await page.isWhole();
    const { id } = await page.gatewayHas('call-active');
    const messages = [
      started('r'),
      delta('r', 'ha '),
      delta('r', 'ha '),
      delta('r', 'ho'),
      toolCall('lamp', {}, 'call-1'),
    ];
    for (const params of messages) {
      const frame = { id: crypto.randomUUID(), method: 'ai_conversation', params };
      await page.gateway.raw(id, frame);
      await page.gateway.raw(id, frame);
    }
    await page.reads('ha ha ho');
    await page.gateway.send(id, done('r', 'ha ha ho'));
    await page.gateway.send(id, heard('And?'));
    await page.reads('And?');
    const entries = page.details('telnyx-transcript').map(({ entry }) => entry);
    const wrong = entries.filter(
      ({ text, role }) => role === 'assistant' && !'ha ha ho'.startsWith(text),
    );
    expect(wrong).to.be.empty;
    const said = new Map(entries.map(({ id, text }) => [id, text]));
    expect([...said.values()]).to.deep.equal(['ha ha ho', 'And?']);
    await page.gateway.send(id, toolCall('lamp', {}, 'call-2'));
    await until(() => asked === 2);
    const callIds = page.details('telnyx-tool-call').map(({ callId }) => callId);
    expect(new Set(callIds).size, callIds.join()).to.equal(2);
    await page.endCall();
  });
});
