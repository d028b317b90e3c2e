// Runs the table: brings a call to a moment, lets a fault strike, and looks at what has become of it.

import { expect } from '@open-wc/testing';
import { dialogueStrings as englishDialogue } from '../../src/i18n/dialogue-strings.ts';
import { englishPanel } from '../support/english-panel.ts';
import type { CallPage } from '../support/call-page.ts';
import { liveMicrophones } from '../support/resources.ts';
import { until } from '../support/until.ts';
import { type Fault, faults, type Moment, type Outcome } from './fault-table.ts';
import { reach } from './moments.ts';
import { playedAudio } from './played-audio.ts';
import { strikes } from './strikes.ts';

/** Each moment has a file of its own, so that they run side by side. */
export function testMoment(moment: Moment): void {
  describe(`${moment}:`, () => {
    for (const fault of faults) {
      const outcome = fault.outcomes[moment];
      if (outcome) it(`${fault.name}: ${outcome}`, () => strikeAt(moment, fault, outcome));
    }
  });
}

async function strikeAt(moment: Moment, fault: Fault, outcome: Outcome): Promise<void> {
  const { page, sessionId, letGo } = await reach(moment, fault.options, outcome);
  const undo = await strikes[fault.strike]?.({ page, sessionId, letGo });
  try {
    letGo();
    // The page may have called by now.
    if (moment === 'idle' && outcome !== 'none' && page.hasButton('Talk to the assistant')) {
      await page.click('Talk to the assistant');
    }
    await becomes(page, outcome, () => void undo?.());
  } finally {
    await undo?.();
  }
  // What was connected ahead of a click would wait for one.
  if (moment === 'idle') page.element.remove();
  await page.everythingReleased();
}

async function becomes(page: CallPage, outcome: Outcome, undo: () => void): Promise<void> {
  switch (outcome) {
    case 'answered':
      expect(await toolAnswers(page)).to.equal(1);
      return becomes(page, 'call', undo);
    case 'call':
      await page.state('active');
      await page.gatewayHas('heard');
      await until(() => liveMicrophones().length === 1);
      await until(() => playedAudio()?.paused === false);
      expect(page.hasButton('Tap to hear')).to.equal(false);
      await until(() => !troubles.some((words) => page.text.includes(words)));
      expect(await liveCalls(page)).to.equal(1);
      await page.endCall();
      return endsBy(page, 'visitor');
    case 'unheard':
      await page.reads(englishPanel.noticeMicrophoneLost);
      expect(page.hasButton('Try again')).to.equal(true);
      await page.endCall();
      return endsBy(page, 'visitor');
    case 'silenced':
      await page.reads(englishDialogue.noticeUnheard);
      expect(page.hasButton('Try again')).to.equal(true);
      await page.endCall();
      return endsBy(page, 'visitor');
    case 'muted':
      await page.state('active');
      await page.gatewayHas('quiet', { quietMs: longerThanBetweenBeepsMs });
      expect(page.element.muted).to.equal(true);
      await page.endCall();
      return endsBy(page, 'visitor');
    case 'held back':
      await page.buttonAppears('Tap to hear');
      undo();
      await page.click('Tap to hear');
      await until(() => !page.hasButton('Tap to hear'));
      expect(playedAudio()?.paused).to.equal(false);
      await page.endCall();
      return endsBy(page, 'visitor');
    case 'none':
      return expectNoCall(page);
    case 'ended by visitor':
      return endsBy(page, 'visitor');
    case 'ended by assistant':
      return endsBy(page, 'assistant');
    case 'ended by page':
      return endsBy(page, 'page');
    default: {
      await page.state('failed');
      const codes = page.details('telnyx-call-error').map(({ code }) => code);
      expect(codes).to.deep.equal([outcome]);
      expect(page.text).to.include(englishPanel.errors[outcome]);
      expect(page.buttons).to.include.oneOf(waysOut);
    }
  }
}

const troubles = [englishDialogue.noticeUnheard, englishPanel.noticeMicrophoneLost];
/** Of the browser's own microphone for tests. */
const longerThanBetweenBeepsMs = 1_500;
const waysOut = ['Try again', 'Use here instead', 'Close'];

async function endsBy(page: CallPage, reason: string): Promise<void> {
  await page.state('ended');
  const end = page.details('telnyx-call-end').at(-1);
  expect(end?.reason).to.equal(reason);
  expect(end?.durationMs).to.be.at.least(0);
  expect(page.details('telnyx-call-error')).to.be.empty;
}

function expectNoCall({ element, states }: CallPage): void {
  expect(element.callState).to.equal('idle');
  expect(states).to.be.empty;
}

/** How many have come when the assistant has begun to speak of the first. */
async function toolAnswers(page: CallPage): Promise<number> {
  await page.gatewayHas('function_call_output');
  await page.reads('It said: counted');
  const sessions = await page.sessions();
  const frames = sessions.flatMap(({ received }) => received);
  return frames.filter(({ params }) => JSON.stringify(params).includes('function_call_output'))
    .length;
}

async function liveCalls(page: CallPage): Promise<number> {
  const sessions = await page.sessions();
  return sessions.flatMap(({ calls }) => calls).filter(({ state }) => state === 'active').length;
}
