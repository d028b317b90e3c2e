// What a screen reader is told of the answers by itself: each one once, in order, whenever the code that
// shows them comes.

import { expect } from '@open-wc/testing';
import { deleted, delta, done, ended, heard, said, started } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { filesInTime, letCodeComeLate } from '../support/late-code.ts';
import { listen } from '../support/listen.ts';
import { until } from '../support/until.ts';

before(letCodeComeLate);
afterEach(() => localStorage.clear());

const scenario = 'assistant-demo.script=quiet';
it('answers that come before the code are told once each, in order', async () => {
  const page = await CallPage.open(scenario, {}, { codeAhead: false });
  const told = listen(page);
  await page.click('Talk to the assistant');
  await page.gatewayHas('call-active');
  await page.receives(said('One.'), said('Two.'), heard('And?'), said('Three.'));
  await until(
    () => told.length === 3,
    () => told.join(),
  );
  expect(told).to.deep.equal(['One.', 'Two.', 'Three.']);
  expect(page.readOut).to.match(/One\.\s*Two\.\s*Three\./);
  await page.isWhole();
  await page.receives(said('Two.'), deleted('none'), heard('Again?'));
  await until(() => page.lines.length === 6);
  expect(told).to.deep.equal(['One.', 'Two.', 'Three.', 'Two.']);
  await page.endCall();
  expect(told).to.have.length(4);
  expect(filesInTime('panel-controller', 'dialogue-panel')).to.be.empty;
});

it('a call put aside tells them, too', async () => {
  const page = await CallPage.open(scenario);
  await page.startCall();
  await page.click('Collapse');
  const told = listen(page);
  await page.receives(said('One.'), started('r1'), delta('r1', 'Tw'), delta('r1', 'o.'));
  await page.receives(done('r1', 'Two.'), ended('r1'), said('Three.'));
  await until(() => told.length === 3);
  await page.click('Expand');
  await until(() => page.lines.length === 3);
  expect(told).to.deep.equal(['One.', 'Two.', 'Three.']);
  await page.endCall();
});

it('what was taken back is not to be found there, and a new conversation begins without words', async () => {
  const page = await CallPage.open(scenario);
  await page.startCall();
  await page.receives(said('Wrong.', { id: 'wrong' }));
  await until(() => page.readOut === 'Wrong.');
  await page.receives(deleted('wrong'));
  await until(() => page.readOut === '');
  await page.receives(said('Right.'));
  await until(() => page.readOut === 'Right.');
  await page.endCall();
  await page.click('Forget this conversation');
  await until(() => page.readOut === '');
});
