// The check, in a browser, of the site's own endpoints: good ones, and each way in which one is not.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StepId } from '../../../demo/check/step-id.ts';
import { reportText } from '../../../demo/check/report.ts';
import { BadEndpoints } from './bad-endpoints.ts';
import { assertFails, CheckPage, stepOf } from './check-page.ts';

const checkPage = new CheckPage();
let site: BadEndpoints;

before(async () => {
  await checkPage.start();
  site = await BadEndpoints.start();
});
after(async () => {
  site.stop();
  await checkPage.stop();
});

/** Where typing is tried at once: the assistant refuses all calls. */
const withoutCall = { 'assistant-id': 'assistant-refuses-login', patience: '3' };

interface Bad {
  readonly step: StepId;
  readonly detail: RegExp;
  readonly advice: RegExp;
}

const chat = (detail: RegExp, advice: RegExp): Bad => ({ step: 'chat-url', detail, advice });
const list = (detail: RegExp, advice: RegExp): Bad => ({ step: 'chat-history', detail, advice });

const bad: Readonly<Record<string, Bad>> = {
  '404': chat(/POST to chat-url was answered 404/, /Compare the address/),
  '403': chat(/answered 403/, /refuses this page or this assistant/),
  '500': chat(/answered 500/, /log of the site’s server/),
  html: chat(/text\/html instead of text\/event-stream/, /A page came/),
  json: chat(/application\/json instead of text\/event-stream/, /Content-Type/),
  untyped: chat(/no content type instead/, /Content-Type/),
  silent: chat(/got no reply in time/, /whether the request came/),
  'no-cors': chat(/\(CORS\)/, /Access-Control-Allow-Origin/),
  endless: chat(/did not end: .*1 × delta/, /event: done/),
  cut: chat(/broke off before .*1 × delta/, /event: done/),
  error: chat(/gave the answer up: .*1 × error/, /Telnyx refused/),
  unnamed: chat(/broke off before .*2 × message \(no name\)/, /name each event/),
  'no-words': chat(/without a word: .*1 × conversation, 1 × done/, /event: delta/),
  'no-conversation': chat(/none named the conversation/, /event: conversation/),
  'no-list': list(/GET to chat-url was answered 404/, /its cookie/),
  'empty-list': list(/0 messages/, /list all messages/),
  'no-array': list(/no list in JSON/, /oldest first/),
};

describe('a check of the site’s endpoints', { concurrency: 2 }, () => {
  for (const [name, { step: id, detail, advice }] of Object.entries(bad)) {
    it(`that are bad: ${name}`, async () => {
      const report = await checkPage.check({ ...withoutCall, 'chat-url': `${site.url}/${name}` });
      assertFails(report, ['login', id]);
      const step = stepOf(report, id);
      assert.match(step.detail, detail);
      assert.match(step.advice ?? '', advice);
      assert.doesNotMatch(reportText(report), /private words/);
    });
  }

  it('that are not there, or forbidden by the page’s policy', async () => {
    const gone = await checkPage.check({ ...withoutCall, 'chat-url': 'http://127.0.0.1:9/chat' });
    assert.match(stepOf(gone, 'chat-url').detail, /reached no server/);
    const forbidden = await checkPage.check(
      { ...withoutCall, 'chat-url': `${site.url}/good` },
      (page) =>
        page.evaluate(() => {
          const policy = document.createElement('meta');
          policy.httpEquiv = 'Content-Security-Policy';
          policy.content = "connect-src 'self' ws:";
          document.head.append(policy);
        }),
    );
    assert.match(stepOf(forbidden, 'chat-url').detail, /Content-Security-Policy forbids/);
    assert.match(stepOf(forbidden, 'chat-url').advice ?? '', /connect-src/);
  });

  it('that are good: typing, what was typed, the call after it, and the conversation of a call', async () => {
    const report = await checkPage.check({
      'assistant-id': 'assistant-demo',
      'chat-url': '/api/telnyx-chat',
      'conversation-url': '/api/telnyx-conversation',
    });
    assertFails(report, []);
    assert.match(stepOf(report, 'chat-url').detail, /1 × conversation, \d+ × delta, 1 × done, in/);
    assert.match(stepOf(report, 'chat-history').detail, /2 messages, and the typed one/);
    assert.match(stepOf(report, 'chat-call').detail, /after typing was in the same conversation/);
    assert.match(stepOf(report, 'conversation-url').detail, /as the server of the call does/);
    for (const id of ['chat-url', 'chat-history', 'chat-call', 'conversation-url'] as const) {
      assert.equal(stepOf(report, id).verdict, 'pass');
      assert.ok(stepOf(report, id).ms > 0, id);
    }
  });

  it('that name no conversation of a call, or one that the server of the call does not know', async () => {
    const report = await checkPage.check({
      'assistant-id': 'assistant-demo~lost',
      'chat-url': `${site.url}/good`,
      'conversation-url': `${site.url}/json`,
    });
    assertFails(report, ['conversation-url', 'chat-call']);
    assert.match(stepOf(report, 'conversation-url').detail, /its reply had the fields id/);
    assert.match(stepOf(report, 'chat-call').detail, /did not come about|ended: /);
  });

  it('are skipped where none are given, and say so', async () => {
    const report = await checkPage.check(withoutCall);
    assert.match(stepOf(report, 'chat-url').detail, /No chat-url was given/);
    assert.equal(stepOf(report, 'chat-history').verdict, 'skipped');
    assert.equal(stepOf(report, 'conversation-url').verdict, 'skipped');
  });
});
