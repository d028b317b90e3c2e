// The check against servers that behave in none of the ways that we assume: the report is readable all the same.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Report, reportText } from '../../../demo/check/report.ts';
import { stepIds } from '../../../demo/check/step-id.ts';
import { CheckPage, idsOf, stepOf } from './check-page.ts';
import { reply, Servers } from './servers.ts';

const checkPage = new CheckPage();
const servers = new Servers();

before(() => checkPage.start());
after(async () => {
  await checkPage.stop();
  servers.stop();
});

function checkAt(url: string): Promise<Report> {
  return checkPage.check({ 'gateway-url': url, 'assistant-id': 'assistant-1', patience: '5' });
}

/** All steps are there, each failure has its advice, and the text reads well. */
function assertReadable(report: Report): void {
  assert.equal(report.verdict, 'fail');
  assert.deepEqual(
    report.steps.map(({ id }) => id),
    stepIds,
  );
  const speechless = report.steps.filter(({ verdict, advice }) => verdict === 'fail' && !advice);
  assert.deepEqual(speechless, []);
  const text = reportText(report);
  assert.doesNotMatch(text, /undefined|null|NaN|\[object|Infinity|private words/);
  assert.match(text, /^Failed .*\n +→ /m);
}

// Most of the time they wait.
describe('a check of a stranger', { concurrency: 3 }, () => {
  it('that is not there fails at the signaling', async () => {
    const report = await checkAt('ws://127.0.0.1:1');
    assertReadable(report);
    assert.deepEqual(idsOf(report, 'fail'), ['signaling']);
  });

  it('that says nothing fails at the login', async () => {
    const report = await checkAt(await servers.startStranger(() => {}));
    assertReadable(report);
    assert.deepEqual(idsOf(report, 'fail'), ['login']);
    assert.match(stepOf(report, 'login').detail, /said nothing else/);
    assert.equal(stepOf(report, 'messages').verdict, 'unknown');
  });

  it('that closes each socket at once fails at the login', async () => {
    const report = await checkAt(
      await servers.startStranger(
        () => {},
        (socket) => socket.close(),
      ),
    );
    assertReadable(report);
    assert.ok(idsOf(report, 'fail').every((id) => id === 'login' || id === 'signaling'));
  });

  it('that answers with nonsense fails at the login, and lists what came without its words', async () => {
    const url = await servers.startStranger((socket, { id }) => {
      for (const text of ['private words', '<html>private words</html>', '[1, 2]', '"x"', '{}']) {
        socket.send(text);
      }
      reply(socket, { id: 'nobody-asked', result: { note: 'private words' } });
      reply(socket, { id: 's1', method: 'shop.greeting', params: { line: 'private words' } });
      reply(socket, {
        id: 's2',
        method: 'ai_conversation',
        params: { type: 'weather', degrees: { now: 7 } },
      });
      reply(socket, { id, error: { code: 'seven', message: { text: 'private words' } } });
    });
    const report = await checkAt(url);
    assertReadable(report);
    assert.deepEqual(idsOf(report, 'fail'), ['login', 'messages']);
    assert.match(stepOf(report, 'login').detail, /1 time: 1 × no code other words/);
    const shapes = report.unknownMessages.map(({ name }) => name);
    assert.deepEqual(shapes, [
      ...['a frame that is no JSON-RPC', 'a reply to nothing', 'shop.greeting'],
      'ai_conversation weather',
    ]);
    const weather = report.unknownMessages.find(({ name }) => name.endsWith('weather'));
    assert.ok(weather?.fields.includes('params.degrees.now'));
  });

  it('that logs in by other words, and answers calls with what is no session, fails at the answer', async () => {
    const url = await servers.startStranger((socket, { id, method }) => {
      if (method === 'telnyx_rtc.gatewayState') {
        return reply(socket, { id, result: { params: { state: 'REGED' } } });
      }
      if (id !== undefined && method !== undefined) {
        reply(socket, { id, result: { message: 'private words' } });
      }
      if (method === 'anonymous_login') {
        reply(socket, {
          id: 'c1',
          method: 'telnyx_rtc.clientReady',
          params: { motd: 'private words' },
        });
      }
      if (method === 'telnyx_rtc.invite') {
        reply(socket, { id: 'a1', method: 'telnyx_rtc.answer', params: { sdp: 'private words' } });
      }
    });
    const report = await checkAt(url);
    assertReadable(report);
    assert.deepEqual(idsOf(report, 'pass').slice(0, 5), [
      ...(['browser', 'code', 'signaling', 'login', 'ready'] as const),
    ]);
    assert.equal(stepOf(report, 'answered').verdict, 'fail');
    const refuted = report.assumptions.filter(({ held }) => held === 'no').map(({ id }) => id);
    assert.deepEqual(refuted, ['client-ready-fields', 'voice-sdk-id', 'reply-texts']);
  });
});
