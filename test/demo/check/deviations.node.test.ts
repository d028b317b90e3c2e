// The check, in a browser, with assistants that deviate: each is told apart, and says what to change.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AssumptionId } from '../../../demo/check/assumption.ts';
import type { StepId } from '../../../demo/check/step-id.ts';
import type { Verdict } from '../../../demo/check/verdict.ts';
import { assertFails, CheckPage, littlePatience, stepOf } from './check-page.ts';

const checkPage = new CheckPage();

before(() => checkPage.start());
after(() => checkPage.stop());

interface Deviation {
  /** All steps that fail. */
  readonly fails: readonly StepId[];
  /** A step, its verdict, and what it says. */
  readonly says: readonly (readonly [StepId, Verdict, RegExp])[];
  /** What is seen not to hold, besides a header that this gateway does not send by itself. */
  readonly refutes?: readonly AssumptionId[];
  /** What a step waits for never comes. */
  readonly isInVain?: true;
}

const deviations: Readonly<Record<string, Deviation>> = {
  'refuses-login': {
    fails: ['login'],
    says: [
      ['login', 'fail', /refused 3 times: 3 × -32001 login incorrect/],
      ['ready', 'skipped', /The login is taken/],
      ['unknown-assistant', 'pass', /-32001/],
    ],
  },
  'refuses-login.login-code=-32004.login-words=Gateway%20down': {
    fails: ['login'],
    says: [['login', 'fail', /1 time: 1 × -32004 other words/]],
    refutes: ['login-causes'],
  },
  'demo.login-refused-times=2~transient': {
    fails: [],
    says: [['login', 'pass', /after 2 refusals that passed \(2 × -32001/]],
  },
  'never-answers-login': {
    isInVain: true,
    fails: ['login'],
    says: [['login', 'fail', /said nothing else/]],
  },
  'never-ready': {
    isInVain: true,
    fails: ['ready'],
    says: [['ready', 'fail', /sent no clientReady/]],
  },
  trying: {
    isInVain: true,
    fails: ['ready'],
    says: [['ready', 'fail', /gateway states: TRYING/]],
  },
  'refuses-invite': {
    fails: ['answered'],
    says: [
      ['answered', 'fail', /refused: -32002/],
      ['sound-in', 'skipped', /The call is answered/],
    ],
  },
  'never-answers-invite': {
    isInVain: true,
    fails: ['answered'],
    says: [['answered', 'fail', /No answer came within \d+\.\d s: it failed with call-rejected/]],
  },
  'hangs-up-before-answer': {
    fails: ['answered'],
    says: [['answered', 'fail', /hung up with CALL_REJECTED 21/]],
  },
  'no-audio': {
    isInVain: true,
    fails: ['sound-in'],
    says: [
      ['sound-in', 'fail', /A way for the sound was found, and no packet came over it/],
      ['cut-socket', 'unknown', /No sound came before or after/],
    ],
  },
  'says-nothing': {
    isInVain: true,
    fails: [
      ...(['sound-in', 'assistant-words', 'visitor-words', 'typed-text'] as const),
      'conversation-id',
    ],
    says: [
      ['sound-in', 'fail', /all were silent/],
      ['typed-text', 'fail', /acknowledged, not echoed, not answered/],
      ['second-call', 'skipped', /id is learned/],
    ],
    refutes: ['session-created', 'id-in-frames'],
  },
  'demo.id=none': {
    fails: ['conversation-id'],
    says: [['conversation-id', 'fail', /No message named the conversation/]],
    refutes: ['session-created', 'id-in-frames'],
  },
  'demo.id=params': {
    fails: [],
    says: [['conversation-id', 'pass', /params\.conversation_id/]],
    refutes: ['session-created'],
  },
  'demo.id=ringing-header': {
    fails: [],
    says: [['conversation-id', 'pass', /telnyx_rtc\.ringing: .*X-AI-Assistant-Conversation-ID/]],
    refutes: ['session-created', 'id-in-frames'],
  },
  'demo.marks=known': {
    fails: [],
    says: [['speech-marks', 'pass', /held marks for the voice; no entry of the transcript does/]],
  },
  'demo.marks=new': {
    fails: ['speech-marks'],
    says: [['speech-marks', 'fail', /Marks for the voice are left in [1-9]\d* of/]],
  },
  'demo~unmarked': {
    fails: [],
    says: [
      ['speech-marks', 'unknown', /No message held a whole mark/],
      ['settings', 'unknown', /sent no settings/],
      ['tool', 'skipped', /No tool was named/],
    ],
  },
  'hangs-up-after.after=3000': {
    fails: ['hang-up'],
    says: [
      ['hang-up', 'fail', /ended by itself .* NORMAL_CLEARING 16/],
      ['cut-socket', 'skipped', /over before/],
    ],
  },
  'punts.after=3000': {
    fails: ['hang-up'],
    says: [['hang-up', 'fail', /closed the session \(punt\)/]],
  },
  'demo.reconnect=forget': {
    fails: ['cut-socket'],
    says: [
      ['cut-socket', 'fail', /did not come back \(connection-lost\)/],
      ['hang-up', 'skipped', /lost with its socket/],
    ],
    refutes: ['session-kept'],
  },
  'demo.reconnect=attach-mute': {
    fails: ['cut-socket'],
    says: [
      ['cut-socket', 'fail', /whole again after .* offered one again, but no sound followed/],
      ['sound-in', 'pass', /packets arrived/],
    ],
  },
  'demo.join=any': {
    fails: ['made-up-id'],
    says: [['made-up-id', 'fail', /as if the conversation were there/]],
    refutes: ['failed-join'],
  },
  'demo.join=none': {
    fails: ['second-call'],
    says: [['second-call', 'fail', /did not come about|ended/]],
  },
  'demo.join-failure=login-error': {
    fails: ['made-up-id'],
    says: [['made-up-id', 'fail', /the login is refused with -32001/]],
    refutes: ['failed-join'],
  },
  'demo.join-failure=invite-error': {
    fails: [],
    says: [['made-up-id', 'pass', /the call is refused with -32002/]],
  },
  'demo.join-failure=bye-before-answer': {
    fails: [],
    says: [['made-up-id', 'pass', /ended before the answer with NORMAL_CLEARING 16/]],
  },
};

// Much of the time they wait.
describe('a check of an assistant that deviates', { concurrency: 2 }, () => {
  for (const [scenario, { fails, says, refutes = [], isInVain }] of Object.entries(deviations)) {
    it(scenario, async () => {
      const report = await checkPage.check({
        'assistant-id': `assistant-${scenario}`,
        ...(isInVain && littlePatience),
      });
      assertFails(report, fails);
      for (const [id, verdict, detail] of says) {
        const step = stepOf(report, id);
        assert.equal(step.verdict, verdict, step.detail);
        assert.match(step.detail, detail);
      }
      for (const id of fails) assert.ok(stepOf(report, id).advice, id);
      const refuted = report.assumptions.filter(({ held }) => held === 'no').map(({ id }) => id);
      assert.deepEqual(
        refuted.filter((id) => id !== 'id-in-header'),
        refutes,
      );
    });
  }
});
