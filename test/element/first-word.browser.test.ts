// What the visitor is met with before anything was said: the greeting, and questions to begin with.

import { expect } from '@open-wc/testing';
import type { SessionRecord } from '../../gateway/records.ts';
import type { TelnyxAiCall } from '../../src/index.ts';
import { sendKeys, setViewport } from '../browser/commands.ts';
import { heard, said } from '../support/assistant-frames.ts';
import { copied, focusReaches, group, suggestions } from '../support/at-the-panel.ts';
import { CallPage } from '../support/call-page.ts';
import { atRest, fitsTheWindow } from '../support/fits-the-window.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { history, known, opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';
const greeting = 'Hello! Ask me anything.';
const prompts = ['When are you open?', 'How much is it?'];

let site: ScriptedChat;

beforeEach(() => {
  site = new ScriptedChat();
});
afterEach(() => {
  site.restore();
  localStorage.clear();
});

function open(configuration: Partial<TelnyxAiCall>, options = {}): Promise<CallPage> {
  return opened({ ...scripted, ...configuration }, options);
}

/** Waits for an update in which what is not there would have come. */
async function settled(page: CallPage): Promise<void> {
  await import('../../src/panel/face/face-panel.ts');
  await new Promise((resolve) => setTimeout(resolve));
  await page.element.updateComplete;
}

describe('a greeting', () => {
  it('stands in a panel for typing, as the assistant’s, and in no transcript', async () => {
    const page = await open({ greeting, assistantName: 'Ada' });
    await page.reads(greeting);
    expect(page.find('.entry.assistant').innerText).to.match(/^Ada\s+Hello! Ask me anything\.$/);
    expect(page.lines).to.be.empty;
    expect(page.element.transcript).to.be.empty;
    expect(page.details('telnyx-transcript')).to.be.empty;
    expect(page.readOut).to.equal(`Ada: ${greeting}`);
    expect(site.asked).to.be.empty;
    atRest(page);
    await isAccessible(page);
  });

  it('is gone once something was said, and is not copied', async () => {
    const page = await open({ greeting });
    await page.reads(greeting);
    await page.sendMessage('Hi');
    const answer = await site.answer();
    expect(answer.message.text).to.equal('Hi');
    answer.say('Hello.');
    answer.end();
    await page.buttonAppears('Send message');
    await page.reads('Hello.');
    expect(page.text).not.to.include(greeting);
    expect(page.readOut).not.to.include(greeting);
    expect(await copied(page)).to.equal('You: Hi\n\nAssistant: Hello.');
  });

  it('gives way to earlier messages, and does not come before them', async () => {
    const page = await CallPage.open('assistant-demo', { ...scripted, greeting, prompts }, known());
    await page.click('Talk to the assistant');
    await until(() => site.histories.length === 1 && page.hasField('Message'));
    await settled(page);
    expect(page.text).not.to.include(greeting);
    expect(suggestions(page)).to.be.empty;
    site.histories[0]?.(history());
    await page.reads('We ship everywhere.');
    expect(page.text).not.to.include(greeting);
    expect(suggestions(page)).to.be.empty;
  });

  it('comes where the site knows of no earlier messages', async () => {
    const page = await CallPage.open('assistant-demo', { ...scripted, greeting }, known());
    await page.click('Talk to the assistant');
    await until(() => site.histories.length === 1);
    site.histories[0]?.(Response.json([]));
    await page.reads(greeting);
  });

  it('is not said in a call', async () => {
    const page = await CallPage.open(quiet, { greeting });
    await page.startCall();
    await settled(page);
    expect(page.text).not.to.include(greeting);
    await page.endCall();
    expect(page.text).not.to.include(greeting);
  });

  it('comes again when the conversation is forgotten', async () => {
    const page = await open({ greeting, prompts });
    await page.click('How much is it?');
    const answer = await site.answer();
    answer.say('Nothing.');
    answer.end();
    await page.reads('Nothing.');
    await page.click('Start over');
    await page.reads(greeting);
    expect(suggestions(page)).to.deep.equal(prompts);
  });

  for (const [what, text] of [
    ['markup', '<img src=x onerror=alert(1)> **bold**'],
    ['signs that turn the direction', '\u202eolleH'],
  ] as const) {
    it(`that is ${what} is plain text`, async () => {
      const page = await open({ greeting: text });
      await page.reads(text);
      expect(page.has('img, strong')).to.equal(false);
    });
  }

  it('of 10,000 characters fits, and is cut', async () => {
    await setViewport({ width: 320, height: 568 });
    const page = await open({ greeting: 'a'.repeat(10_000) });
    await page.reads('aaa…');
    atRest(page);
    const panel = page.find('.panel');
    expect(panel.scrollWidth).to.equal(panel.clientWidth);
    expect(document.scrollingElement?.scrollWidth).to.be.at.most(innerWidth);
  });
});

describe('prompts', () => {
  it('stand in an empty panel for typing; one is sent as if it were typed, once', async () => {
    const page = await open({ prompts });
    await until(() => suggestions(page).length === 2);
    expect(suggestions(page)).to.deep.equal(prompts);
    atRest(page);
    await isAccessible(page);
    expect(site.asked).to.be.empty;
    const button = page.button('How much is it?');
    button.click();
    button.click();
    const { message } = await site.answer();
    expect(message.text).to.equal('How much is it?');
    await until(() => page.lines.length > 0);
    expect(page.lines.filter((line) => line.startsWith('You'))).to.have.length(1);
    expect(site.asked).to.have.length(1);
    expect(suggestions(page)).to.be.empty;
  });

  it('are pressed by keyboard, and leave the focus in the message field', async () => {
    const page = await open({ prompts });
    await page.buttonAppears('When are you open?');
    page.field('Message').focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    await focusReaches(page, 'How much is it?');
    await sendKeys({ press: 'Enter' });
    await site.answer();
    await focusReaches(page, 'Message');
  });

  it('are what a script may have set, as far as it is text: six at most', async () => {
    const wild = [' one ', '', 5, null, {}, '  ', 'two', 'three', 'four', 'five', 'six', 'seven'];
    const page = await open({ prompts: wild as string[] });
    await until(() => suggestions(page).length > 0);
    expect(suggestions(page)).to.deep.equal(['one', 'two', 'three', 'four', 'five', 'six']);
    for (const value of [null, 'one', { 0: 'one' }]) {
      page.element.prompts = value as unknown as string[];
      await page.element.updateComplete;
      expect(suggestions(page)).to.be.empty;
    }
  });

  it('that are hostile are shown as text, fit, and are sent as they are', async () => {
    await setViewport({ width: 320, height: 568 });
    const hostile = ['<img src=x onerror=alert(1)>', '\u202eolleH', 'a'.repeat(10_000)];
    const page = await open({ prompts: hostile });
    await until(() => suggestions(page).length === 3);
    expect(page.has('img')).to.equal(false);
    atRest(page);
    const panel = page.find('.panel');
    expect(panel.scrollWidth).to.equal(panel.clientWidth);
    group(page, 'Suggestions')?.querySelectorAll('button')[2]?.click();
    const { message } = await site.answer();
    expect(message.text).to.equal(hostile[2]);
  });

  it('are of use where nothing can be typed', async () => {
    const page = await CallPage.open('assistant-demo', { ...scripted, prompts, noText: true });
    await page.click('Talk to the assistant');
    await page.click('How much is it?');
    const { message } = await site.answer();
    expect(message.text).to.equal('How much is it?');
  });

  it('in a call are sent into it, and go', async () => {
    const page = await CallPage.open(quiet, { prompts });
    await page.startCall();
    await page.receives(said('Hello'));
    await page.reads('Hello');
    expect(suggestions(page)).to.deep.equal(prompts);
    const button = page.button('How much is it?');
    button.focus();
    button.click();
    button.click();
    await until(() => page.lines.includes('You How much is it?'));
    await focusReaches(page, 'Message');
    expect(suggestions(page)).to.be.empty;
    const session = await page.gatewayHas('call-active');
    await until(() => page.element.transcript.at(-1)?.final === true);
    expect(typed(await newest(page, session))).to.deep.equal(['How much is it?']);
    await page.endCall();
  });

  it('in a call go when the visitor has said something, and leave the focus near', async () => {
    const page = await CallPage.open(quiet, { prompts });
    await page.startCall();
    (await page.buttonAppears('How much is it?')).focus();
    await page.receives(heard('Well?'));
    await until(() => suggestions(page).length === 0);
    await focusReaches(page, 'Message');
    await page.endCall();
    await page.everythingReleased();
  });

  it('in a call without typing are of use all the same', async () => {
    const page = await CallPage.open(quiet, { prompts, noText: true });
    await page.startCall();
    await page.click('How much is it?');
    await until(() => page.element.transcript.length === 1);
    expect(page.element.transcript[0]?.text).to.equal('How much is it?');
    await page.endCall();
  });

  it('cannot be pressed while nothing can be sent', async () => {
    const page = await CallPage.open('assistant-drops-socket-for-good.script=quiet.after=1500', {
      prompts,
    });
    await page.startCall();
    await page.buttonAppears('How much is it?');
    await page.state('reconnecting');
    expect(page.button('How much is it?').disabled).to.equal(true);
    await page.endCall();
  });

  it('fit into a narrow window', async () => {
    await setViewport({ width: 320, height: 568 });
    const page = await open({ greeting, prompts, assistantName: 'Ada' });
    await until(() => suggestions(page).length === 2);
    atRest(page);
    fitsTheWindow(page);
  });
});

/** The texts that the gateway got, each a message of its own. */
function typed({ received }: SessionRecord): string[] {
  const frames = received.filter(({ method }) => method === 'ai_conversation');
  return frames.flatMap(({ params }) => {
    const { item } = params as { item?: { content?: { text?: string }[] } };
    return item?.content?.map(({ text }) => text ?? '') ?? [];
  });
}

async function newest(page: CallPage, { id }: SessionRecord): Promise<SessionRecord> {
  const session = (await page.sessions()).find((each) => each.id === id);
  if (!session) throw new Error('The session is gone.');
  return session;
}
