// Texts that are far longer than anybody writes: what is shown at once is bounded, however it is said, and nothing is
// lost.

import { expect } from '@open-wc/testing';
import { heard, said } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { known, opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

const mostCharacters = 6_001;
const mostNodes = 15_000;

const texts: readonly (readonly [string, string])[] = [
  ['a megabyte of lines', 'a line of a few words\n'.repeat(48_000)],
  ['20 kB of escapes', '\\['.repeat(10_000)],
  ['100,000 combining marks', `a${'\u0301'.repeat(100_000)}`],
  ['one word of 200,000 characters', 'a'.repeat(200_000)],
  ['10,000 list items', '- item\n'.repeat(10_000)],
  ['deep quotations', '>'.repeat(5_000)],
  ['asterisks', '*'.repeat(5_000)],
  ['emphasis', '*a* '.repeat(5_000)],
  ['5,000 table cells', '|a|b|c|d|e|\n|-|-|-|-|-|\n' + '|1|2|3|4|5|\n'.repeat(1_000)],
  ['20,000 links', 'http://a.example '.repeat(20_000)],
];

describe('a text that is very long', () => {
  let site: ScriptedChat;

  beforeEach(() => (site = new ScriptedChat()));
  afterEach(() => {
    site.restore();
    localStorage.clear();
  });

  const bubbles = (page: CallPage) => [
    ...page.find('[role="log"]').querySelectorAll<HTMLElement>('.bubble'),
  ];
  const nodesIn = (place: HTMLElement) => place.querySelectorAll('*').length;
  const shownIn = (page: CallPage) => bubbles(page).at(-1)?.textContent ?? '';

  for (const [name, text] of texts) {
    it(`is shown in part until the visitor wants it whole: ${name}`, async () => {
      const page = await opened();
      await page.sendMessage('Hello');
      (await site.answer()).say(text);
      await page.buttonAppears('Send message');
      const isLong = text.length > 6_000;
      if (isLong) await page.buttonAppears('Show all');
      const [, bubble] = bubbles(page);
      expect(bubble?.textContent.length).to.be.at.most(mostCharacters);
      expect(bubble && nodesIn(bubble)).to.be.at.most(mostNodes);
      expect(page.readOut.length).to.be.at.most(1_600);
      expect(page.element.transcript.at(-1)?.text).to.equal(text);
      if (!isLong) return;
      await page.click('Show all');
      await until(() => !page.hasButton('Show all'));
      expect(bubble && nodesIn(bubble)).to.be.at.most(mostNodes);
      // Of the marks, twelve are shown on each other.
      const whole = text.replaceAll(/(\p{M}{12})\p{M}+/gu, '$1');
      expect(shownIn(page).length).to.be.at.least(whole.length);
    });
  }

  it('comes in 20,000 pieces, and is whole in the end', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    const answer = await site.answer();
    const word = 'and so on, and so on. ';
    answer.send(...Array.from({ length: 20_000 }, () => ['delta', { text: word }] as const));
    await page.reads('and so on');
    answer.send(['done', {}]);
    await page.buttonAppears('Send message');
    expect(page.element.transcript.at(-1)?.text).to.equal(word.repeat(20_000));
    // Those that come together are one.
    expect(page.details('telnyx-transcript').length).to.be.below(200);
  });

  it('is copied whole', async () => {
    const page = await opened();
    await page.sendMessage('Hello');
    const text = 'a line\n'.repeat(150_000);
    (await site.answer()).say(text);
    await page.buttonAppears('Show all');
    const copied: string[] = [];
    const writeText = (each: string) => Promise.resolve(void copied.push(each));
    const restore = replace(navigator, 'clipboard', { writeText } as unknown as Clipboard);
    await page.chooseInMenu('Copy the conversation');
    await page.reads('Copied.');
    restore();
    expect(copied).to.deep.equal([`You: Hello\n\nAssistant: ${text}`]);
  });

  it('is bounded where the visitor typed it', async () => {
    const page = await opened();
    void page.element.sendText('my word '.repeat(20_000)).catch(() => undefined);
    await until(() => page.has('[role="log"] .bubble'));
    expect(shownIn(page).length).to.be.at.most(mostCharacters);
    (await site.answer()).say('Well.');
    await page.buttonAppears('Show all');
  });

  it('is bounded in what was said earlier, as is all of that', async () => {
    const page = await opened(scripted, known());
    await until(() => site.histories.length > 0);
    const earlier = Array.from({ length: 60 }, (_, index) => ({
      id: `m${index}`,
      role: 'assistant',
      text: `${index} `.repeat(20_000),
      at: index + 1,
    }));
    for (const reply of site.histories) reply(Response.json(earlier));
    await page.buttonAppears('Earlier messages');
    const shown = bubbles(page);
    expect(shown.length).to.be.within(2, 20);
    expect(shown.map(({ textContent }) => textContent.length)).to.satisfy((lengths: number[]) =>
      lengths.every((length) => length <= mostCharacters),
    );
    const before = shown.length;
    await page.click('Earlier messages');
    await until(() => bubbles(page).length > before);
    expect(page.element.transcript).to.have.length(60);
  });

  it('is bounded in a call, and the focus stays in the conversation', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    await page.startCall();
    await page.receives(said('word '.repeat(30_000)), heard('word '.repeat(30_000)));
    await until(() => page.has('.user .bubble'));
    await page.buttonAppears('Show all');
    for (const { textContent } of bubbles(page))
      expect(textContent.length).to.be.at.most(mostCharacters);
    const button = page.button('Show all');
    button.focus();
    await page.click('Show all');
    await until(() => shownIn(page).length + (bubbles(page)[0]?.textContent.length ?? 0) > 100_000);
    expect(page.element.shadowRoot?.activeElement?.role).to.equal('log');
    await page.endCall();
  });
});
