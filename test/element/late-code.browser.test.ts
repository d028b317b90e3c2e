// A whole call in a page whose code comes late, file by file, as visitors get it: every moment in which
// something is not there yet is passed. Other tests have their code in a moment.

import { expect } from '@open-wc/testing';
import { said } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { letCodeComeLate, filesInTime } from '../support/late-code.ts';
import { until } from '../support/until.ts';

before(letCodeComeLate);

const scenario = 'assistant-demo.script=quiet';

/** A page loads each file once: the first call has it late, in its language too. */
it('a call whose code comes late is heard, read, answered by typing, and ended', async () => {
  const page = await CallPage.open(scenario, { lang: 'de' }, { codeAhead: false });
  await page.click('Mit dem Assistenten sprechen');
  expect(page.element.callState).to.equal('preparing');
  await page.state('active');
  expect(page.states).to.deep.equal(['preparing', 'connecting', 'active']);
  await page.gatewayHas('heard');

  // Perhaps before the transcript is there to show it.
  await page.receives(said('Das ist **wichtig**.'));
  await until(() => page.lines.some((line) => line.includes('Das ist wichtig.')));
  expect(page.find('[role="log"] strong').innerText).to.equal('wichtig');
  await until(() => page.hasField('Nachricht'));
  page.type('Was kostet das?', 'Nachricht');
  await page.click('Nachricht senden');
  await until(() => page.lines.some((line) => line.includes('Was kostet das?')));

  await page.click('Anruf beenden');
  await page.state('ended');
  expect(page.details('telnyx-call-end').map(({ reason }) => reason)).to.deep.equal(['visitor']);
  expect(page.details('telnyx-call-error')).to.be.empty;
  await page.everythingReleased();
});

it('it was late indeed', () => {
  const files = ['assistant', 'voice', 'dialogue-panel', 'readers', 'markdown-tokens', 'de'];
  expect(filesInTime(...files)).to.be.empty;
});

it('the next call, with everything there, is like the first', async () => {
  const page = await CallPage.open(scenario);
  await page.startCall();
  await page.receives(said('Now'));
  await until(() => page.lines.some((line) => line.includes('Now')));
  await page.endCall();
  await page.everythingReleased();
});
