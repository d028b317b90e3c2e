// Compares the latency that the element measures from the sound with what is known otherwise: when the test
// stopped the visitor's voice, which sample the gateway answered with and after how long, and when the browser
// says that it played that sample.

import { expect } from '@open-wc/testing';
import type { AnswerRecord } from '../../gateway/records.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { SpokenCall } from '../support/spoken-call.ts';
import { until } from '../support/until.ts';

const toleranceMs = 30;
const rounds = [1, 2, 3, 4, 5];

describe('latency', () => {
  let call: SpokenCall;
  beforeEach(async () => {
    call = await SpokenCall.open();
  });
  afterEach(() => call.close());

  for (const delayMs of [400, 900]) {
    it(`of turns, with an assistant that answers after ${delayMs} ms`, async () => {
      const page = await CallPage.open(`assistant-demo.answer-after=${delayMs}`);
      await click(page, 'Talk to the assistant');
      await hasSpoken(page);
      const errorsMs: number[] = [];
      for (const round of rounds) {
        const before = page.details('telnyx-latency').length;
        const spokenMs = await call.speak(600);
        await hasSpoken(page);
        const answer = await answerOf(page, round);
        const gatewayMs = answer.answerBeganAtMs - (answer.speechEndedAtMs ?? NaN);
        expect(gatewayMs, 'the delay of the gateway').to.be.at.least(delayMs - 1);
        const playedMs = await call.playedAtMs(answer.rtpTimestamp);
        for (const { kind, ms } of page.details('telnyx-latency').slice(before)) {
          expect(kind).to.equal('turn');
          errorsMs.push(ms - (playedMs - spokenMs));
        }
      }
      expectAccurate(errorsMs);
      await page.endCall();
      await call.close();
      await page.everythingReleased();
    });
  }

  it('of the start of every call', async () => {
    const page = await CallPage.open('assistant-demo');
    const errorsMs: number[] = [];
    for (const round of rounds) {
      const before = page.details('telnyx-latency').length;
      const clickedAtMs = await click(page, round === 1 ? 'Talk to the assistant' : 'Call again');
      await hasSpoken(page);
      const { rtpTimestamp } = await answerOf(page, 0);
      const playedMs = await call.playedAtMs(rtpTimestamp);
      for (const { kind, ms } of page.details('telnyx-latency').slice(before)) {
        expect(kind).to.equal('start');
        errorsMs.push(ms - (playedMs - clickedAtMs));
      }
      await page.endCall();
    }
    expectAccurate(errorsMs);
    await call.close();
    await page.everythingReleased();
  });

  it('is shown to the developer', async () => {
    const page = await CallPage.open('assistant-demo');
    await click(page, 'Talk to the assistant');
    await hasSpoken(page);
    const [{ ms } = { ms: NaN }] = page.details('telnyx-latency');
    expect(page.text).not.to.contain('first sound');
    page.element.debug = true;
    await page.reads(`first sound ${Math.round(ms)} ms`);
    page.element.debug = false;
    await page.endCall();
  });

  it('is not reported for a turn that the visitor did not wait for', async () => {
    const page = await CallPage.open('assistant-demo.answer-after=900');
    await click(page, 'Talk to the assistant');
    await hasSpoken(page);
    await call.speak(600);
    await page.endCall();
    await call.close();
    await page.everythingReleased();
    expect(page.details('telnyx-latency')).to.have.length(1);
  });

  it('is not measured where the browser cannot listen', async () => {
    const restore = replace(
      window,
      'AudioContext',
      class extends AudioContext {
        constructor() {
          super();
          void this.close();
          throw new DOMException('test', 'NotSupportedError');
        }
      },
    );
    const page = await CallPage.open('assistant-demo');
    await page.startCall();
    await page.gatewayHas('sent:response.done');
    restore();
    await page.endCall();
    expect(page.details('telnyx-latency')).to.be.empty;
    expect(page.details('telnyx-call-error')).to.be.empty;
    await call.close();
    await page.everythingReleased();
  });
});

async function click(page: CallPage, name: string): Promise<number> {
  const button = await page.buttonAppears(name);
  const clickedAtMs = performance.now();
  button.click();
  await page.state('active');
  return clickedAtMs;
}

/** Waits until the assistant has spoken, and listens to the visitor. */
async function hasSpoken({ element }: CallPage): Promise<void> {
  await until(() => element.matches(':state(speaking)'));
  await until(() => element.matches(':state(listening)'));
}

/**
 * A shared machine is slow now and then. So the median error counts, and one measurement may be missing.
 */
function expectAccurate(errorsMs: readonly number[]): void {
  const list = errorsMs.map(Math.round).join(', ');
  expect(errorsMs.length, 'measured').to.be.within(rounds.length - 1, rounds.length);
  const sorted = errorsMs.map(Math.abs).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)], `off by ${list}`).to.be.at.most(toleranceMs);
}

/** The gateway's record of an answer in the newest call. The first answer is the greeting. */
async function answerOf(page: CallPage, index: number): Promise<AnswerRecord> {
  const session = (await page.sessions()).at(-1);
  const answer = session?.calls.at(-1)?.answers[index];
  if (!answer) throw new Error(`The gateway knows no answer ${index}.`);
  return answer;
}
