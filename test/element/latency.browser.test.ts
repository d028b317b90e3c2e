// What the element tells, against the test's own recording of the same call, and against what the
// gateway did and when.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { SpokenCall } from '../support/spoken-call.ts';
import { until } from '../support/until.ts';

const toleranceMs = 30;

describe('latency', () => {
  let call: SpokenCall;
  beforeEach(async () => {
    call = await SpokenCall.open();
  });
  afterEach(() => call.close());

  for (const delayMs of [400, 900]) {
    it(`is told as it is heard, with an assistant that answers after ${delayMs} ms`, async () => {
      const page = await CallPage.open(`assistant-demo.answer-after=${delayMs}`);
      const errorsMs: number[] = [];
      await click(page, 'Talk to the assistant');
      expect((await latency(page, 1)).kind).to.equal('start');
      for (const round of [1, 2, 3]) {
        await call.silence(500);
        const spokenMs = await call.speak(600);
        const heardMs = await call.firstSound(spokenMs);
        const turn = await latency(page, 1 + round);
        expect(turn.kind).to.equal('turn');
        errorsMs.push(turn.ms - (heardMs - spokenMs));

        const gateway = await answer(page, round);
        expect(gateway.delayMs).to.be.at.least(delayMs - 1);
        const onTheWayMs = gateway.speechEndedAtMs - spokenMs + heardMs - gateway.beganAtMs;
        expect(gateway.delayMs + onTheWayMs).to.be.closeTo(heardMs - spokenMs, 1);
      }
      expectAccurate(errorsMs);
      await page.endCall();
      await call.close();
      await page.everythingReleased();
    });
  }

  it('is told of the start of every call', async () => {
    const page = await CallPage.open('assistant-demo');
    const errorsMs: number[] = [];
    for (const round of [1, 2, 3, 4]) {
      const clickedAtMs = await click(page, round === 1 ? 'Talk to the assistant' : 'Call again');
      const heardMs = await call.firstSound();
      const start = await latency(page, round);
      expect(start.kind).to.equal('start');
      errorsMs.push(start.ms - (heardMs - clickedAtMs));
      await page.endCall();
    }
    expectAccurate(errorsMs);
    await call.close();
    await page.everythingReleased();
  });

  it('is not told of a turn that the visitor did not wait for', async () => {
    const page = await CallPage.open('assistant-demo.answer-after=900', { debug: true });
    await click(page, 'Talk to the assistant');
    const { ms } = await latency(page, 1);
    await until(() => page.text.includes(`First sound after ${Math.round(ms)} ms`));
    await call.silence(500);
    await call.speak(600);
    await page.endCall();
    const endedAtMs = performance.now();
    await until(() => performance.now() - endedAtMs > 1_500);
    expect(page.details('telnyx-latency')).to.have.length(1);
    await call.close();
    await page.everythingReleased();
  });

  it('does without what the browser does not have', async () => {
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
    await click(page, 'Talk to the assistant');
    await call.firstSound();
    restore();
    await page.endCall();
    expect(page.details('telnyx-latency')).to.be.empty;
    expect(page.details('telnyx-call-error')).to.be.empty;
    await call.close();
    await page.everythingReleased();
  });

  async function click(page: CallPage, name: string): Promise<number> {
    const button = await page.buttonAppears(name);
    const clickedAtMs = performance.now();
    button.click();
    await call.record();
    return clickedAtMs;
  }
});

/** Of the middle of some measurements: a machine that others use too has its moments. */
function expectAccurate(errorsMs: readonly number[]): void {
  const [median = NaN] = errorsMs
    .map(Math.abs)
    .sort((a, b) => a - b)
    .slice(errorsMs.length / 2);
  expect(median, errorsMs.map(Math.round).join(', ')).to.be.at.most(toleranceMs);
}

async function latency(page: CallPage, count: number) {
  await until(() => page.details('telnyx-latency').length >= count);
  const told = page.details('telnyx-latency');
  expect(told).to.have.length(count);
  return told[count - 1] ?? { kind: 'none', ms: NaN };
}

/** The gateway's record, by the clock of the page. */
async function answer(page: CallPage, turn: number) {
  const [session] = await page.sessions();
  const { speechEndedAtMs, answerBeganAtMs } = session?.calls[0]?.answers[turn] ?? {};
  const toPageMs = (atMs: number | null | undefined) => (atMs ?? NaN) - performance.timeOrigin;
  const delayMs = (answerBeganAtMs ?? NaN) - (speechEndedAtMs ?? NaN);
  return {
    speechEndedAtMs: toPageMs(speechEndedAtMs),
    beganAtMs: toPageMs(answerBeganAtMs),
    delayMs,
  };
}
