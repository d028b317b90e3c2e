// The check, in a browser, where the gateway has no scenario for it: what the gateway and the page say to each other
// is changed on the way, or the page cannot fetch its code.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { at } from '../../../src/core/at.ts';
import type { StepId } from '../../../demo/check/step-id.ts';
import { noAssistant } from '../../../demo/check/observe/no-assistant.ts';
import { CheckPage, idsOf, stepOf } from './check-page.ts';
import { type Frame, Servers } from './servers.ts';

const checkPage = new CheckPage();
const servers = new Servers();

before(() => checkPage.start());
after(async () => {
  await checkPage.stop();
  servers.stop();
});

interface Bent {
  readonly fromPage?: (frame: Frame) => Frame | null;
  readonly fromServer?: (frame: Frame) => Frame | null;
  readonly fails: readonly StepId[];
  readonly says: readonly (readonly [StepId, RegExp])[];
}

const bends: Readonly<Record<string, Bent>> = {
  'names no call_control_id': {
    fromServer: (frame) => change(frame, withoutControlId),
    fails: ['support-ids'],
    says: [['support-ids', /call_control_id none, session id \w+/]],
  },
  'refuses candidates': {
    ...refusing('telnyx_rtc.candidate'),
    fails: ['trickle-ice'],
    says: [['trickle-ice', /The server refused [1-9]/]],
  },
  'wants no sound of the visitor': {
    fromServer: (frame) => change(frame, (text) => text.replaceAll('a=sendrecv', 'a=sendonly')),
    fails: ['sound-out', 'visitor-words'],
    says: [['sound-out', /No packet of sound left the page/]],
  },
  'takes any assistant': {
    fromPage: (frame) =>
      change(frame, (text) => text.replaceAll(noAssistant, 'assistant-demo~anybody')),
    fails: ['unknown-assistant'],
    says: [['unknown-assistant', /assistant that does not exist was answered/]],
  },
  'acknowledges no goodbye': {
    fromServer: (frame) => (at(frame, 'result', 'message') === 'CALL ENDED' ? null : frame),
    fails: [],
    says: [['hang-up', /not acknowledged; the socket closed/]],
  },
};

function change(frame: Frame, bend: (text: string) => string): Frame {
  return JSON.parse(bend(JSON.stringify(frame))) as Frame;
}

/** Turns the gateway's replies to this method into refusals. */
function refusing(method: string): Pick<Bent, 'fromPage' | 'fromServer'> {
  const ids = new Set<unknown>();
  return {
    fromPage: (frame) => {
      if (frame['method'] === method) ids.add(frame['id']);
      return frame;
    },
    fromServer: ({ result, ...frame }) => {
      if (result === undefined || !ids.has(frame['id'])) return { ...frame, result };
      return { ...frame, error: { code: -32601, message: 'Method not found' } };
    },
  };
}

function withoutControlId(text: string): string {
  return text.replaceAll(/,?"telnyx_call_control_id":"[^"]*"/g, '');
}

describe('a check through a server that', { concurrency: 2 }, () => {
  for (const [name, { fails, says, ...bend }] of Object.entries(bends)) {
    it(name, async () => {
      const report = await checkPage.check({
        'assistant-id': 'assistant-demo',
        'gateway-url': await servers.startBent(checkPage.demo.gatewayUrl, bend),
      });
      assert.deepEqual(idsOf(report, 'fail'), fails);
      for (const [id, detail] of says) assert.match(stepOf(report, id).detail, detail);
      for (const id of fails) assert.ok(stepOf(report, id).advice, id);
    });
  }
});

describe('a check of a page', () => {
  it('that cannot fetch the code of a call says so', async () => {
    const report = await checkPage.check({}, async (page) => {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const isVoice = /\/voice\b[^/]*\.js/.test(request.url());
        void (isVoice ? request.abort() : request.continue());
      });
    });
    assert.deepEqual(idsOf(report, 'fail'), ['code']);
    assert.match(stepOf(report, 'code').detail, /code of a call was not/);
    assert.equal(stepOf(report, 'signaling').verdict, 'skipped');
  });
});
