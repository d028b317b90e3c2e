// Replies of the site's endpoints that are larger than any: they are read no further than they could mean something.

import { expect } from '@open-wc/testing';
import { codeOf } from '../support/code-of.ts';
import { flood } from '../support/flood.ts';
import { replace } from '../support/replace.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { known, opened, scripted } from '../support/scripted-page.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

describe('a reply without end', () => {
  const restores: (() => void)[] = [];

  afterEach(() => {
    for (const restore of restores.splice(0)) restore();
    localStorage.clear();
  });

  function answer(address: string, reply: Response): void {
    const { fetch } = window;
    restores.push(
      replace(window, 'fetch', (input, options) =>
        input === address ? Promise.resolve(reply) : fetch(input, options),
      ),
    );
  }

  it('of token-url is no token', async () => {
    const { response, bytes, isOver } = flood();
    answer('/long-token', response);
    const settings = { tokenUrl: '/long-token', destination: 'sip:a@sip.example' };
    const page = await CallPage.open('assistant-demo', settings);
    expect(await page.element.call().catch(codeOf)).to.equal('token-failed');
    await until(isOver);
    expect(bytes()).to.be.below(1_000_000);
    await page.everythingReleased();
  });

  it('of conversation-url names no conversation', async () => {
    const { response, bytes, isOver } = flood('{"conversation_id": "conv-1", "more": "');
    answer('/long-conversation', response);
    const settings = { ...scripted, mode: 'voice', conversationUrl: '/long-conversation' } as const;
    const page = await CallPage.open('assistant-demo.script=quiet', settings);
    await page.startCall();
    await until(isOver);
    expect(bytes()).to.be.below(1_000_000);
    await page.endCall();
  });

  it('of chat-url lists nothing that was said earlier, and typing goes on', async () => {
    const site = new ScriptedChat();
    restores.push(site.restore);
    const { response, bytes, isOver } = flood('[{"role": "user", "text": "');
    const page = await opened(scripted, known());
    await until(() => site.histories.length > 0);
    for (const reply of site.histories) reply(response);
    await until(isOver);
    expect(bytes()).to.be.below(10_000_000);
    await page.sendMessage('Hello');
    (await site.answer()).say('Hi.');
    await page.reads('Hi.');
  });

  it('of chat-url is shown in parts, and none of it is lost', async () => {
    const site = new ScriptedChat();
    restores.push(site.restore);
    const all = Array.from({ length: 1200 }, (_, index) => ({
      ...{ role: 'user', text: `Line ${index}.`, at: index + 1 },
    }));
    const page = await opened(scripted, known());
    await until(() => site.histories.length > 0);
    // It knows no pages: it lists all, each time.
    site.histories[0]?.(Response.json(all));
    await page.reads('Line 1199.');
    expect(page.element.transcript.map(({ text }) => text)).to.deep.equal(
      all.slice(-500).map(({ text }) => text),
    );
    while (page.element.transcript.length < all.length) {
      const { length } = site.histories;
      await page.click('Earlier messages');
      await page.element.updateComplete;
      if (site.histories.length > length) site.histories.at(-1)?.(Response.json(all));
    }
    expect(page.element.transcript.map(({ text }) => text)).to.deep.equal(
      all.map(({ text }) => text),
    );
  });
});
