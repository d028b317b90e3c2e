// Wishes to type that are given up, or that come to nothing.

import { expect } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { letCodeComeLate } from '../support/late-code.ts';
import { pauseUncounted } from '../support/resources.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { history, known, opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

describe('a wish to type', () => {
  let site: ScriptedChat;

  beforeEach(() => {
    site = new ScriptedChat();
  });
  afterEach(() => {
    site.restore();
    localStorage.clear();
  });

  it('is over when the element goes away while its code is on its way', async () => {
    letCodeComeLate();
    const page = await CallPage.open('assistant-demo', scripted, { ...known(), codeAhead: false });
    const { element } = page;
    await page.click('Talk to the assistant');
    element.remove();
    await import('../../src/assistant/assistant.ts');
    await import('../../src/panel/dialogue/dialogue-panel.ts');
    await new Promise(requestAnimationFrame);
    document.body.append(element);
    await page.buttonAppears('Talk to the assistant');
    expect(page.has('section.panel')).to.equal(false);
    expect(site.historyQueries).to.be.empty;
    element.remove();
  });

  it('is over when the element goes away right after the press, with all its code there', async () => {
    const before = await opened();
    before.element.remove();
    const page = await CallPage.open('assistant-demo', scripted, known());
    page.button('Talk to the assistant').click();
    page.element.remove();
    await pauseUncounted(500);
    expect(site.historyQueries).to.be.empty;
    expect(page.details('telnyx-panel')).to.be.empty;
  });

  it('goes on where the element has only been moved', async () => {
    const page = await CallPage.open('assistant-demo', scripted, known());
    page.button('Talk to the assistant').click();
    page.element.remove();
    queueMicrotask(() => document.body.append(page.element));
    await until(() => page.hasField('Message') && site.historyQueries.length === 1);
    page.element.remove();
  });

  it('that is stopped before anything was sent is told as not sent', async () => {
    const page = await CallPage.open('assistant-demo', scripted, known());
    await page.click('Talk to the assistant');
    await until(() => site.histories.length > 0 && page.hasField('Message'));
    await page.sendMessage('Never mind');
    await page.click('Stop the answer');
    await page.reads('Not sent.');
    expect(site.asked).to.be.empty;
    await page.click('Send again');
    site.histories[0]?.(history());
    (await site.answer()).say('All right.', 'conv-known');
    await page.reads('All right.');
  });

  it('that is stopped before the site has said anything is told as not sent', async () => {
    const page = await opened();
    await page.sendMessage('Never mind');
    await site.answer();
    await page.click('Stop the answer');
    await page.reads('Not sent.');
    await page.click('Send again');
    (await site.answer(1)).say('All right.');
    await page.reads('All right.');
    expect(page.text).not.to.include('Not sent.');
  });

  it('that is stopped once the site has begun to answer counts as sent', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    (await site.answer()).send(['conversation', { conversation_id: 'conv-begun' }]);
    await until(() => page.element.conversation !== null);
    await page.click('Stop the answer');
    await page.buttonAppears('Send message');
    expect(page.text).not.to.include('Not sent.');
  });

  it('goes on beside an entry of an earlier page that was typed there', async () => {
    const page = await opened();
    await page.sendMessage('One');
    (await site.answer()).say('First.');
    await page.reads('First.');
    const other = await opened();
    await other.sendMessage('Two');
    (await site.answer(1)).say('Second.');
    await other.reads('Second.');
    const ids = [page, other].flatMap(({ element }) => element.transcript.map(({ id }) => id));
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
