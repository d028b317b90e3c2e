// The earlier messages of a long conversation, which are fetched page by page as the visitor scrolls up.

import { expect } from '@open-wc/testing';
import type { CallPage } from '../support/call-page.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { known, opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

const button = 'Earlier messages';

/** A site's answer with the messages of these numbers. */
function messages(first: number, last: number): Response {
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return Response.json(
    numbers.map((number) => {
      const role = number % 2 === 0 ? 'assistant' : 'user';
      return { id: `m${number}`, role, text: `Line ${number}.`, at: number };
    }),
  );
}

describe('a long history', () => {
  let site: ScriptedChat;
  let page: CallPage;

  beforeEach(() => {
    site = new ScriptedChat();
  });
  afterEach(() => {
    site.restore();
    localStorage.clear();
  });

  async function open(newest: Response): Promise<void> {
    const opening = opened(scripted, known());
    await reply(0, newest);
    page = await opening;
    await page.reads('Line 200.');
  }

  async function reply(number: number, response: Response): Promise<void> {
    await until(() => site.histories.length > number);
    site.histories[number]?.(response);
  }

  const has = (line: number) => page.lines.some((text) => text.endsWith(`Line ${line}.`));

  function topOf(line: number): number {
    const entries = [...(page.element.shadowRoot?.querySelectorAll('.entry') ?? [])];
    const entry = entries.find(({ textContent }) => textContent.includes(`Line ${line}.`));
    return entry?.getBoundingClientRect().top ?? NaN;
  }

  it('is asked for page by page, and what is in sight stays there', async () => {
    await open(messages(101, 200));
    expect(site.historyQueries[0]?.has('before')).to.equal(false);
    page.find('.transcript').scrollTop = 0;
    await until(() => site.historyQueries.length === 2);
    expect(site.historyQueries[1]?.get('before')).to.equal('m101');
    expect(page.hasButton(button)).to.equal(true);
    // While the panel rises, nothing stays in its place.
    for (const animation of page.element.shadowRoot?.getAnimations() ?? []) animation.finish();
    const top = topOf(101);
    await reply(1, messages(1, 100));
    await until(() => has(1));
    await until(
      () => Math.abs(topOf(101) - top) < 2,
      () => `${topOf(101)} instead of ${top}`,
    );
    expect(page.lines).to.have.length(200);

    await page.click(button);
    await until(() => site.historyQueries.length === 3);
    expect(site.historyQueries[2]?.get('before')).to.equal('m1');
    await reply(2, Response.json([]));
    await until(() => !page.hasButton(button));
    expect(page.lines).to.have.length(200);
  });

  it('of a site that knows no pages is there at once, and once', async () => {
    await open(messages(1, 200));
    await page.sendMessage('Line 201.');
    (await site.answer()).say('Line 202.', 'conv-known');
    await page.reads('Line 202.');
    await until(() => {
      if (!has(1)) page.button(button).click();
      return has(1);
    });
    await page.click(button);
    await reply(1, messages(1, 202));
    await until(() => !page.hasButton(button));
    expect(page.lines).to.have.length(202);
  });

  it('with nothing before it lets the newest line be followed', async () => {
    await open(messages(151, 200));
    const log = page.find('.transcript');
    log.scrollTop = 0;
    await until(() => site.histories.length === 2);
    await page.click('Newest');
    await reply(1, Response.json([]));
    await until(() => !page.hasButton(button));
    expect(page.hasButton('Newest')).to.equal(false);
    expect(log.scrollHeight - log.clientHeight - log.scrollTop).to.be.lessThan(2);
  });

  it('goes away with its conversation', async () => {
    await open(messages(101, 200));
    expect(page.hasButton(button)).to.equal(true);
    await page.sendMessage('Hello?');
    (await site.answer()).reply(new Response('', { status: 404 }));
    (await site.answer(1)).say('Who is there?', 'conv-anew');
    await page.reads('Who is there?');
    await until(() => page.hasButton('Send message'));
    page.find('.transcript').scrollTop = 0;
    await until(() => has(101) && !page.hasButton(button));
    expect(site.histories).to.have.length(1);
  });

  it('that cannot be fetched now can be asked for again', async () => {
    await open(messages(101, 200));
    await page.click(button);
    await reply(1, new Response('', { status: 500 }));
    // A press while the request is running does nothing.
    await until(() => {
      page.button(button).click();
      return site.histories.length > 2;
    });
    await reply(2, messages(61, 100));
    await until(() => has(61));
    await until(() => !page.hasButton(button));
  });

  it('tells the times that the site knows, as numbers or in words, and no others', async () => {
    const date = new Date(2026, 4, 3, 14, 7);
    const said = (text: string, at?: unknown) => ({ role: 'assistant', text, at });
    await open(
      Response.json([
        said('By number.', date.getTime()),
        said('In words.', date.toISOString()),
        said('Unknown.'),
        said('No time.', 'yesterday, I think'),
        said('Line 200.', date.getTime()),
      ]),
    );
    await page.chooseInMenu('Show times');
    await until(() => page.has('time'));
    const time = date.toLocaleTimeString('en', { timeStyle: 'short' }).replace(/\s+/g, ' ');
    expect(page.lines).to.deep.equal([
      `Assistant ${time} By number.`,
      `Assistant ${time} In words.`,
      'Assistant Unknown.',
      'Assistant No time.',
      `Assistant ${time} Line 200.`,
    ]);
  });

  it('that is short has nothing more to show', async () => {
    await open(messages(199, 200));
    expect(page.hasButton(button)).to.equal(false);
  });
});
