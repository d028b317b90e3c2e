// Frames that no assistant should send: twice, broken, or nothing at all. A call bears them.

import { expect } from '@open-wc/testing';
import { delta, done, heard, said, started, toolCall } from '../support/assistant-frames.ts';
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
  'JSON’s nothing': 'null',
  'a truth': 'true',
  'a list of nothing': '[null,[null]]',
  'a list without end': '['.repeat(100_000) + ']'.repeat(100_000),
  'an object without end': nested(
    50_000,
    '{"id":"f","method":"ai_conversation","params":',
    '{"a":',
  ),
  'an id that is no text':
    '{"id":{"toString":1,"valueOf":1},"method":"ai_conversation","params":{}}',
  'a state that is no text': '{"id":"g","result":{"params":{"state":{"toString":1,"valueOf":1}}}}',
  'a name that is no text': '{"id":"h","voice_sdk_id":{"toString":1,"valueOf":1}}',
};

/** Twenty million characters each. */
const large = 20_000_000;

const largeTexts = {
  'a text that is no JSON': 'x'.repeat(large),
  'words without end': JSON.stringify({
    id: 'large',
    method: 'ai_conversation',
    params: said('word '.repeat(large / 5)),
  }),
  'a name without end': JSON.stringify({ id: 'named', voice_sdk_id: 'x'.repeat(large) }),
};

function nested(depth: number, begin: string, level: string): string {
  return `${begin}${level.repeat(depth)}1${'}'.repeat(depth + 1)}`;
}

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

  it('of any depth changes nothing', async () => {
    const page = await CallPage.open(scenario);
    await page.startCall();
    const { id } = await page.gatewayHas('heard');
    for (let depth = 500; depth < 20_000; depth += 100) {
      const data = nested(depth, `{"id":"${depth}","method":"ai_conversation","params":`, '{"a":');
      currentSocket().dispatchEvent(new MessageEvent('message', { data }));
    }
    await page.gateway.send(id, heard('Still there?'));
    await page.reads('Still there?');
    await page.endCall();
    await page.everythingReleased();
  });

  for (const [what, data] of Object.entries(largeTexts)) {
    it(`of twenty million characters (${what}) is passed over`, async () => {
      const page = await CallPage.open(scenario);
      await page.startCall();
      const { id } = await page.gatewayHas('heard');
      const began = performance.now();
      for (let times = 0; times < 3; times += 1)
        currentSocket().dispatchEvent(new MessageEvent('message', { data }));
      const tookMs = performance.now() - began;
      await page.gateway.send(id, heard('Still there?'));
      await page.reads('Still there?');
      expect(tookMs).to.be.lessThan(50);
      expect(page.text.length).to.be.lessThan(5_000);
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
