// Answers of the site that are kept open without a word.

import { expect } from '@open-wc/testing';
import { replace } from '../support/replace.ts';
import { type ScriptedAnswer, ScriptedChat } from '../support/scripted-chat.ts';
import { opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

const encoder = new TextEncoder();

const trickles: readonly (readonly [string, (answer: ScriptedAnswer) => void])[] = [
  ['comments', (answer) => answer.sendBytes(encoder.encode(': still here\n\n'))],
  ['empty deltas', (answer) => answer.send(['delta', { text: '' }])],
  ['blank deltas', (answer) => answer.send(['delta', { text: ' \n' }])],
  ['deltas that nobody sees', (answer) => answer.send(['delta', { text: '\u200b\u00ad\0' }])],
  ['speech markup', (answer) => answer.send(['delta', { text: '<break time="1s"/>' }])],
  [
    "the conversation's name",
    (answer) => answer.send(['conversation', { conversation_id: 'conv-again' }]),
  ],
  ['half a letter', (answer) => answer.sendBytes(new Uint8Array([0xf0, 0x9f]))],
  ['names of events', (answer) => answer.sendBytes(encoder.encode('event: delta\n\n'))],
  ['events that mean nothing', (answer) => answer.send(['ping', { text: 'still here' }])],
];

describe('an answer that is kept open', () => {
  let site: ScriptedChat;

  beforeEach(() => (site = new ScriptedChat()));
  afterEach(() => {
    site.restore();
    localStorage.clear();
  });

  for (const [name, trickle] of trickles) {
    it(`by ${name} is given up like one that never comes`, async () => {
      const page = await opened({ ...scripted, waitLimitsMs: { chat: 1_000 } });
      await page.sendMessage('Hello');
      const answer = await site.answer();
      const startMs = performance.now();
      const timer = setInterval(() => trickle(answer), 50);
      await until(() => /did not answer|broke off/.test(page.text));
      clearInterval(timer);
      // Ten waits are for an answer that has words.
      expect(performance.now() - startMs).to.be.below(7_000);
      await page.buttonAppears('Send message');
    });
  }

  it('by a word now and then goes on, and has an end', async () => {
    const page = await opened({ ...scripted, waitLimitsMs: { chat: 300 } });
    await page.sendMessage('Hello');
    const answer = await site.answer();
    const startMs = performance.now();
    const timer = setInterval(() => answer.send(['delta', { text: 'and ' }]), 50);
    await page.reads('The answer broke off.');
    clearInterval(timer);
    expect(performance.now() - startMs).to.be.above(2_000);
    expect(page.element.transcript.at(-1)?.text).to.match(/^(and ){20,}/);
  });

  it('by more than anybody writes has an end', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    const answer = await site.answer();
    answer.send(['delta', { text: 'Well' }]);
    await page.reads('Well');
    const megabyte = encoder.encode(`: ${'a'.repeat(1_000_000)}`);
    for (let count = 0; count < 6; count += 1) answer.sendBytes(megabyte);
    await page.reads('The answer broke off.');
  });

  for (const limit of [NaN, Infinity, -1, 2 ** 40, 'a', null]) {
    it(`is waited for as usual where the limit is ${limit}`, async () => {
      const delays: number[] = [];
      const { setTimeout } = window;
      const page = await opened({ ...scripted, waitLimitsMs: { chat: limit as number } });
      const restore = replace(window, 'setTimeout', ((run: () => void, delayMs: number) => {
        delays.push(delayMs);
        return setTimeout(run, delayMs);
      }) as typeof window.setTimeout);
      await page.sendMessage('Hello');
      (await site.answer()).say('Hi.');
      await page.reads('Hi.');
      restore();
      expect(delays).to.include(60_000);
    });
  }
});
