// The transcript: turns as they grow, what is announced, and what a visitor can do with it.

import { expect } from '@open-wc/testing';
import { delta, done, ended, heard, said, started } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';

const greeting = 'Hello, this is the demo assistant. How can I help?';
/** The assistant neither greets nor answers. */
const quiet = 'assistant-demo.script=quiet';

async function opened(
  scenario = quiet,
  configuration: Parameters<typeof CallPage.open>[1] = {},
): Promise<CallPage> {
  const page = await CallPage.open(scenario, configuration);
  await page.startCall();
  return page;
}

async function shows(page: CallPage, ...lines: string[]): Promise<void> {
  await until(
    () => lines.every((line) => page.lines.includes(line)),
    () => `not all of ${lines.join(' | ')} in ${page.lines.join(' | ')}`,
    15_000,
  );
}

function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame);
}

describe('the transcript', () => {
  afterEach(() => localStorage.clear());

  it('shows what the assistant says as it is said, tells the page, and keeps it', async () => {
    const page = await opened('assistant-demo');
    await shows(page, `Assistant ${greeting}`);
    const { element } = page;
    await until(() => element.transcript[0]?.final === true);
    const told = page.details('telnyx-transcript').map(({ entry }) => entry);
    const [first] = told;
    const whole = told.find(({ final }) => final);
    expect(first).to.include({ role: 'assistant', final: false });
    expect(first).to.have.all.keys('id', 'role', 'text', 'final', 'at');
    expect(greeting.startsWith(first?.text.trim() ?? '-')).to.equal(true);
    expect(whole).to.include({ id: first?.id, text: greeting });
    expect(element.transcript[0]).to.deep.include({ ...whole });
    expect(page.find('[role="log"]').ariaLabel).to.equal('Conversation');
    await page.endCall();
  });

  it('shows what the visitor says', async () => {
    const page = await opened();
    await page.receives(
      heard('Where', { id: 'a', status: 'in_progress' }),
      heard('Where are you?', { id: 'a' }),
      said('Everywhere.'),
    );
    await shows(page, 'You Where are you?', 'Assistant Everywhere.');
    expect(page.lines).to.have.length(2);
    await page.endCall();
  });

  it('shows that a turn was interrupted', async () => {
    const page = await opened();
    await page.receives(started('r1'), delta('r1', 'Once upon a'), ended('r1', 'cancelled'));
    await shows(page, 'Assistant (interrupted) Once upon a');
    expect(page.element.transcript[0]?.final).to.equal(true);
    await page.endCall();
  });

  it('reads each finished turn out once, and never the text that grows', async () => {
    const page = await opened();
    const region = page.find('[aria-live="polite"]');
    const readOut: string[] = [];
    const observer = new MutationObserver(() => readOut.push(page.readOut));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await page.receives(started('r1'), delta('r1', 'One, '), delta('r1', 'two'));
    await shows(page, 'Assistant One, two');
    expect(page.find('[role="log"]').getAttribute('aria-live')).to.equal('off');
    expect(readOut).to.deep.equal([]);
    await page.receives(done('r1', 'One, two, three.'), ended('r1'), heard('Thank you'));
    await shows(page, 'You Thank you');
    expect(readOut).to.deep.equal(['One, two, three.']);
    await page.receives(said('Yes.', { id: 'y1' }), heard('Sure?'), said('Yes.', { id: 'y2' }));
    await until(() => page.lines.length === 5);
    expect(readOut).to.deep.equal(['One, two, three.', 'Yes.', 'Yes.']);
    observer.disconnect();
    await page.endCall();
  });

  it('follows the newest line, unless the visitor has scrolled up', async () => {
    const page = await opened();
    const turns = Array.from({ length: 30 }, (_, index) => said(`Line ${index}`));
    await page.receives(...turns);
    await shows(page, 'Assistant Line 29');
    const log = page.find('[role="log"]');
    const belowPx = () => log.scrollHeight - log.clientHeight - log.scrollTop;
    await until(() => belowPx() < 2);
    expect(page.hasButton('Newest')).to.equal(false);

    log.scrollTop = 0;
    await page.buttonAppears('Newest');
    await page.receives(said('Line 30'));
    await shows(page, 'Assistant Line 30');
    expect(log.scrollTop).to.equal(0);

    await page.click('Newest');
    await until(() => belowPx() < 2);
    expect(page.hasButton('Newest')).to.equal(false);
    await page.receives(said('Line 31'));
    await shows(page, 'Assistant Line 31');
    await until(() => belowPx() < 2);
    await page.endCall();
  });

  it('follows the newest line when an older one of the same height goes for it', async () => {
    const page = await opened();
    await page.receives(...Array.from({ length: 110 }, (_, index) => said(`Line ${index}`)));
    await shows(page, 'Assistant Line 109');
    const log = page.find('[role="log"]');
    for (let line = 110; line < 115; line += 1) {
      await page.receives(said(`Line ${line}`));
      await shows(page, `Assistant Line ${line}`);
      // The browser tells of scrolling in the frame after it.
      await nextFrame();
      await nextFrame();
      expect(log.scrollHeight - log.clientHeight - log.scrollTop).to.be.below(2);
      expect(page.hasButton('Newest')).to.equal(false);
    }
    expect(page.lines).to.have.length(100);
    await page.endCall();
  });

  it('lets a visitor who begins to scroll up do so slowly', async () => {
    const page = await opened();
    await page.receives(...Array.from({ length: 30 }, (_, index) => said(`Line ${index}`)));
    await shows(page, 'Assistant Line 29');
    const log = page.find('[role="log"]');
    await until(() => log.scrollHeight - log.clientHeight - log.scrollTop < 2);
    const wanted = log.scrollTop - 10;
    log.scrollTop = wanted;
    const time = page.find('[role="timer"]').textContent;
    await until(() => page.find('[role="timer"]').textContent !== time);
    await nextFrame();
    expect(log.scrollTop).to.equal(wanted);
    await page.endCall();
  });

  it('shows times when they are asked for', async () => {
    const page = await opened();
    await page.receives(said('Good morning.'));
    await shows(page, 'Assistant Good morning.');
    await page.chooseInMenu('Show times');
    await until(() => /^Assistant \d{1,2}:\d\d [AP]M Good morning\.$/.test(page.lines[0] ?? ''));
    await page.chooseInMenu('Hide times');
    await shows(page, 'Assistant Good morning.');
    await page.endCall();
  });

  it('can be copied, also where a conversation is continued', async () => {
    const page = await CallPage.open(`${quiet}.join=any`);
    const record = { conversation_id: 'conv-1', last_used_at: new Date().toISOString() };
    const key = `telnyx-ai-call:v1:${page.element.assistantId}`;
    localStorage.setItem(key, JSON.stringify(record));
    await page.startCall();
    await page.receives(heard('Hello'), said('**Hi**'));
    await until(() => page.lines.length === 2);
    const copied: string[] = [];
    const writeText = (text: string) => Promise.resolve(void copied.push(text));
    const restore = replace(navigator, 'clipboard', { writeText } as unknown as Clipboard);
    await page.chooseInMenu('Copy the conversation');
    await page.reads('Copied.');
    expect(copied).to.deep.equal(['You: Hello\n\nAssistant: **Hi**']);
    restore();
    await page.endCall();
  });

  it('says so when the browser lets nothing be copied', async () => {
    const page = await opened();
    await page.receives(said('Hi'));
    await until(() => page.lines.length === 1);
    const writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    const restore = replace(navigator, 'clipboard', { writeText } as unknown as Clipboard);
    await page.chooseInMenu('Copy the conversation');
    await page.reads('does not let this page copy');
    restore();
    await page.endCall();
  });

  it('can be downloaded', async () => {
    const page = await opened();
    await page.receives(said('Hi'));
    await until(() => page.lines.length === 1);
    const blobs: Blob[] = [];
    const links: HTMLAnchorElement[] = [];
    const { createObjectURL } = URL;
    const restores = [
      replace(URL, 'createObjectURL', (blob: Blob) => {
        blobs.push(blob);
        return createObjectURL(blob);
      }),
      replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
        links.push(this);
      }),
    ];
    await page.chooseInMenu('Download the conversation');
    expect(await blobs[0]?.text()).to.equal('Assistant: Hi');
    expect(links[0]?.download).to.equal('conversation.txt');
    for (const restore of restores) restore();
    await page.endCall();
  });

  const markdown = 'See **this**:\n\n- one\n- [two](https://example.com/)';

  it('reads the Markdown of the assistant, not of the visitor', async () => {
    const page = await opened();
    await page.receives(said(markdown), heard('I mean **this**'));
    await until(() => page.has('[role="log"] strong'));
    expect(page.find('[role="log"] strong').textContent).to.equal('this');
    expect(page.find('[role="log"] ul').children).to.have.length(2);
    expect(page.find('[role="log"] a').getAttribute('href')).to.equal('https://example.com/');
    await shows(page, 'You I mean **this**');
    await page.endCall();
  });

  it('shows Markdown literally with no-markdown', async () => {
    const page = await opened(quiet, { noMarkdown: true });
    await page.receives(said(markdown));
    await page.reads('**this**');
    expect(page.has('[role="log"] strong')).to.equal(false);
    await page.endCall();
  });

  it('is hidden with no-transcript, and the page still knows it', async () => {
    const page = await opened(quiet, { noTranscript: true });
    await page.receives(said('Hi'));
    await until(() => page.element.transcript.length === 1);
    await page.element.updateComplete;
    expect(page.has('[role="log"]')).to.equal(false);
    expect(page.hasButton('More') && page.text.includes('Copy')).to.equal(false);
    expect(page.hasField('Message')).to.equal(true);
    await page.endCall();
  });

  it('stays after the call, and goes on with the next one of the conversation', async () => {
    const page = await opened('assistant-demo');
    await until(() => page.element.transcript[0]?.final === true);
    await until(() => page.stored !== null);
    await page.endCall();
    await shows(page, `Assistant ${greeting}`);
    await page.click('Call again');
    await page.state('active');
    await shows(
      page,
      `Assistant ${greeting}`,
      'Assistant Welcome back. Let us go on where we stopped.',
    );
    await page.endCall();
    await page.click('Forget this conversation');
    await until(() => page.lines.length === 0);
    expect(page.element.transcript).to.be.empty;
  });

  it('begins with nothing when the next call cannot know that it goes on', async () => {
    const page = await opened('assistant-demo.script=quiet.id=none');
    await page.receives(said('First'));
    await shows(page, 'Assistant First');
    await page.endCall();
    await page.click('Call again');
    await page.state('active');
    expect(page.element.transcript).to.be.empty;
    await page.endCall();
  });

  it('of a conversation that another tab forgot is gone', async () => {
    const page = await opened();
    await page.receives(said('Secret'));
    await shows(page, 'Assistant Secret');
    await until(() => page.stored !== null);
    await page.endCall();
    const otherTab = document.createElement('iframe');
    document.body.append(otherTab);
    const told = page.once('telnyx-conversation');
    otherTab.contentWindow?.localStorage.removeItem(
      `telnyx-ai-call:v1:${page.element.assistantId}`,
    );
    await told;
    await until(() => page.lines.length === 0);
    expect(page.element.transcript).to.be.empty;
    otherTab.remove();
  });
});
