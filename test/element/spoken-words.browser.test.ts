// What the assistant's voice is told, and what the far end takes back: a visitor reads and hears none of it.

import { expect } from '@open-wc/testing';
import { deleted, delta, done, ended, heard, said, started } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { known, opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

const marked = '<emotion value="excited" /> Hello [laugh] you! `<soft>` (conversation ended)';
const readable = 'Hello you! `<soft>`';
const shown = 'Hello you! <soft>';

describe('marks for the voice', () => {
  afterEach(() => localStorage.clear());

  it('in a call are not shown, announced, told or copied, at any moment', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    const readOut: string[] = [];
    const observer = new MutationObserver(() => readOut.push(page.readOut));
    const region = page.find('[aria-live="polite"]');
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await page.receives(
      started('r1'),
      ...marked.split(/(?=[^])/).map((letter) => delta('r1', letter)),
      done('r1', marked),
      ended('r1'),
      said('(conversation ended)'),
      heard('I said [laugh] <soft>'),
    );
    await until(
      () => page.lines.join('|') === `Assistant ${shown}|You I said [laugh] <soft>`,
      () => page.lines.join('|'),
    );
    for (const { entry } of page.details('telnyx-transcript')) {
      if (entry.role === 'assistant')
        expect(readable.startsWith(entry.text.trim()), entry.text).to.be.true;
    }
    for (const words of readOut) expect(words).not.to.match(/emotion|laugh|ended/);
    const copied: string[] = [];
    const restore = replace(navigator.clipboard, 'writeText', (text) => {
      copied.push(text);
      return Promise.resolve();
    });
    await page.chooseInMenu('Copy the conversation');
    await until(() => copied.length === 1);
    restore();
    expect(copied).to.deep.equal([`Assistant: ${readable}\n\nYou: I said [laugh] <soft>`]);
    observer.disconnect();
    await page.endCall();
  });

  it('in typed answers and earlier messages are not shown', async () => {
    const site = new ScriptedChat();
    const opening = opened(scripted, known());
    await until(() => site.histories.length > 0);
    const earlier = ['user', 'assistant'].map((role) => ({ role, text: marked, at: 1 }));
    site.histories[0]?.(Response.json([...earlier, { role: 'assistant', text: '[sigh]', at: 2 }]));
    const page = await opening;
    await until(() => page.element.transcript.length === 2);
    await page.sendMessage('Hi');
    const answer = await site.answer();
    answer.send(['delta', { text: '<emotion val' }], ['delta', { text: 'ue="sad"/>Oh [si' }]);
    await until(() => page.element.transcript.at(-1)?.text.trim() === 'Oh');
    answer.send(['delta', { text: 'gh] no' }], ['done', {}]);
    await until(() => page.element.transcript.at(-1)?.final === true);
    const texts = page.element.transcript.map(({ text }) => text);
    expect(texts).to.deep.equal([marked, readable, 'Hi', 'Oh no']);
    site.restore();
  });

  it('alone are no answer to what was typed', async () => {
    const site = new ScriptedChat();
    const page = await opened(scripted);
    await page.sendMessage('Hi');
    (await site.answer()).say('[sigh]');
    await page.reads('Please try again');
    expect(page.element.transcript.map(({ text }) => text)).to.deep.equal(['Hi']);
    site.restore();
  });
});

describe('an item that the far end deletes', () => {
  it('goes from the transcript, and no other is told again', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await page.receives(said('One.', { id: 'a' }), said('Two.', { id: 'b' }), heard('Three.'));
    await until(() => page.lines.length === 3);
    const told = page.details('telnyx-transcript').length;
    await page.receives(deleted('a'));
    await until(() => page.lines.length === 2);
    expect(page.lines).to.deep.equal(['Assistant Two.', 'You Three.']);
    expect(page.details('telnyx-transcript')).to.have.length(told);
    await page.endCall();
  });
});
