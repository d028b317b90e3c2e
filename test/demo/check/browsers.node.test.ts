// The check in browsers and on pages that cannot call, each for another reason, and beside another call.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import type { Report } from '../../../demo/check/report.ts';
import { assertFails, CheckPage, idsOf, press, readReport, stepOf } from './check-page.ts';

const checkPage = new CheckPage();
const withoutMicrophone = new CheckPage({
  withoutFlags: ['--use-fake-device-for-media-stream'],
});
/** As a policy of a company, or an extension against tracking, sets it up. */
const withoutWays = new CheckPage({
  moreFlags: ['--webrtc-ip-handling-policy=disable_non_proxied_udp'],
});

before(() => checkPage.start());
after(() => Promise.all([checkPage, withoutMicrophone, withoutWays].map((each) => each.stop())));

/** All calls need what is missing. */
function assertFailsAtBrowser(report: Report, detail: RegExp, advice: RegExp): void {
  assertFails(report, ['browser']);
  assert.deepEqual(idsOf(report, 'pass'), []);
  assert.match(stepOf(report, 'browser').detail, detail);
  assert.match(stepOf(report, 'browser').advice ?? '', advice);
}

/** Serves the page's files under this origin, and with this header on documents. */
async function serveAs(page: Page, origin: string, policy: string): Promise<void> {
  const answer = async (request: HTTPRequest) => {
    const { pathname, search } = new URL(request.url());
    const reply = await fetch(new URL(pathname + search, checkPage.demo.url));
    const headers = { ...Object.fromEntries(reply.headers), 'permissions-policy': policy };
    await request.respond({
      status: reply.status,
      headers,
      body: Buffer.from(await reply.arrayBuffer()),
    });
  };
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isOurs = new URL(request.url()).origin === origin;
    void (isOurs ? answer(request) : request.continue());
  });
  await page.goto(`${origin}/check/?served#assistant-id=assistant-demo`);
  await page.waitForSelector('#steps li');
}

describe('a check', { concurrency: 2 }, () => {
  it('in a browser without WebRTC says what it lacks', async () => {
    const report = await checkPage.check({}, async (page) => {
      await page.evaluateOnNewDocument('delete window.RTCPeerConnection');
      await page.reload();
      await page.waitForSelector('#steps li');
    });
    assertFailsAtBrowser(report, /lacks RTCPeerConnection/, /current Chrome/);
  });

  it('on a page that is not served over https says so', async () => {
    const report = await checkPage.check({}, (page) => serveAs(page, 'http://shop.example', ''));
    assertFailsAtBrowser(report, /not served over https/, /Serve the page over https/);
  });

  it('on a page whose policy forbids the microphone names the header', async () => {
    const { origin } = new URL(checkPage.demo.url);
    const report = await checkPage.check({}, (page) => serveAs(page, origin, 'microphone=()'));
    assertFailsAtBrowser(report, /Permissions-Policy forbids/, /microphone=\(self\)/);
  });

  it('without a network says so', async () => {
    const report = await checkPage.check({}, (page) => page.setOfflineMode(true));
    assertFailsAtBrowser(report, /says that it is offline/, /Connect to the internet/);
  });

  it('in a browser that hides all its ways says who hides them', async () => {
    await withoutWays.start();
    const report = await withoutWays.check({});
    assertFails(report, ['sound-in', 'sound-out']);
    const trickle = stepOf(report, 'trickle-ice');
    assert.equal(trickle.verdict, 'unknown');
    assert.match(trickle.detail, /No candidate was sent after the invite, which held 0/);
    for (const id of ['sound-in', 'sound-out'] as const) {
      assert.match(stepOf(report, id).detail, /This browser named no way for the sound/);
      assert.match(stepOf(report, id).advice ?? '', /WebRtcIPHandling/);
    }
  });

  it('on a machine without a microphone says so', async () => {
    await withoutMicrophone.start();
    const report = await withoutMicrophone.check({});
    assertFailsAtBrowser(report, /no microphone: NotFoundError/, /Connect a microphone/);
  });

  it('with a silent microphone does not know whether its visitor would be heard', async () => {
    const report = await checkPage.check({}, (page) =>
      page.evaluate(() => {
        const context = new AudioContext();
        const destination = context.createMediaStreamDestination();
        const silence = new ConstantSourceNode(context, { offset: 0 });
        silence.connect(destination);
        silence.start();
        const { stream } = destination;
        navigator.mediaDevices.getUserMedia = () => Promise.resolve(stream.clone());
      }),
    );
    assertFails(report, []);
    assert.equal(stepOf(report, 'sound-out').verdict, 'unknown');
    assert.match(stepOf(report, 'sound-out').detail, /The microphone gave only silence/);
    assert.equal(stepOf(report, 'visitor-words').verdict, 'unknown');
    assert.match(stepOf(report, 'visitor-words').detail, /Nothing was said/);
  });

  it('beside a call in another tab says that this one must end', async () => {
    const talking = await checkPage.open({});
    await talking.$eval('telnyx-ai-call', (element) => void element.call());
    await talking.waitForSelector('telnyx-ai-call[call-state="active"]');
    const { hash } = new URL(talking.url());
    const other = await talking.browserContext().newPage();
    await other.goto(`${checkPage.demo.url}check/${hash}`);
    await other.waitForSelector('#steps li');
    await press(other);
    const report = await readReport(other);
    assertFails(report, ['code']);
    assert.match(stepOf(report, 'code').detail, /Another tab .* has a call/);
    assert.match(stepOf(report, 'code').advice ?? '', /End it/);
    await talking.browserContext().close();
  });
});
