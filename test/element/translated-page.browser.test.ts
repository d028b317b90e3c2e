// A translator at work on the page: it replaces every text that it finds in the widget by elements of its
// own, as soon as it appears. Others remove or merge texts.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { delta, done, ended, heard, said, started } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

type Rewrite = (text: Text) => void;

/** As Google Translate does: the text that was there is gone. */
function wrap(text: Text): void {
  if (text.parentElement?.localName === 'font') return;
  const whole = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
  const inner = whole.cloneNode();
  inner.textContent = text.data;
  whole.append(inner);
  text.replaceWith(whole);
}

/** The words are the same, in another node. */
function replaceText(text: Text): void {
  if (own.has(text)) return;
  const other = document.createTextNode(text.data);
  own.add(other);
  text.replaceWith(other);
}

const own = new WeakSet<Text>();

function merge(text: Text): void {
  text.parentNode?.normalize();
}

const rewrites: Record<string, Rewrite> = {
  'wraps texts': wrap,
  'replaces texts': replaceText,
  'merges texts': merge,
};

/** @returns a function that lets it end. */
function rewriteAll({ shadowRoot }: TelnyxAiCall, rewrite: Rewrite): () => void {
  if (!shadowRoot) throw new Error('There is no shadow root.');
  const rewriteNow = () => {
    const texts = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found) if (text.isConnected) rewrite(text);
  };
  const observer = new MutationObserver(rewriteNow);
  observer.observe(shadowRoot, { childList: true, characterData: true, subtree: true });
  rewriteNow();
  return () => observer.disconnect();
}

/** What stands in the panel's status line. */
function statusOf(page: CallPage): string {
  return page.find('[part="status"]').innerText.trim();
}

async function hasStatus(page: CallPage, words: string): Promise<void> {
  await until(
    () => statusOf(page) === words,
    () => `${statusOf(page)}, not ${words}`,
  );
}

async function shows(page: CallPage, ...lines: readonly string[]): Promise<void> {
  await until(
    () => page.lines.join('|') === lines.join('|'),
    () => page.lines.join('|'),
  );
}

for (const [kind, rewrite] of Object.entries(rewrites)) {
  describe(`a translator that ${kind}`, () => {
    let page: CallPage;
    let stop = () => {};

    afterEach(() => {
      stop();
      localStorage.clear();
    });

    it('leaves a call as it should be, from the press to the end', async () => {
      page = await CallPage.open('assistant-demo.script=quiet', { feedback: true });
      stop = rewriteAll(page.element, rewrite);
      await page.startCall();
      await hasStatus(page, 'You can talk now');
      await until(() => /0:0[1-9]/.test(page.find('[role="timer"]').innerText));
      const { innerText } = page.find('[role="timer"]');
      await until(() => page.find('[role="timer"]').innerText !== innerText);

      // An answer that grows, cut in upon by the visitor.
      await page.receives(started('r1'), delta('r1', 'See https://exa'));
      await hasStatus(page, 'Speaking…');
      await shows(page, 'Assistant See https://exa');
      await page.receives(delta('r1', 'mple.com or **call'));
      await shows(page, 'Assistant See https://example.com or **call');
      await page.receives(delta('r1', '** us:\n\n- one\n- t'));
      await shows(page, 'Assistant See https://example.com or call us: one t');
      await page.receives(delta('r1', 'wo\n\n```\ncode'), heard('And'));
      await shows(page, 'Assistant See https://example.com or call us: one two code', 'You And');
      await page.receives(ended('r1', 'cancelled'), heard('And now?'));
      await until(() => page.lines[0]?.startsWith('Assistant (interrupted) See') === true);
      expect(page.find('[role="log"] code').innerText).to.equal('code');
      await hasStatus(page, 'Thinking…');
      await page.receives(started('r2'), done('r2', 'Now this.'), ended('r2'));
      await until(() => page.readOut === 'Now this.');
      await hasStatus(page, 'You can talk now');

      // What the visitor does.
      await page.click('Mute microphone');
      await hasStatus(page, 'Your microphone is off');
      await page.click('Mute microphone');
      await hasStatus(page, 'You can talk now');
      await page.chooseInMenu('Show times');
      await until(() => /\d:\d\d/.test(page.lines[0] ?? ''));
      await page.chooseInMenu('Hide times');
      await page.sendMessage('Typed');
      await until(() => page.lines.at(-1) === 'You Typed');
      await page.receives(started('r3'), done('r3', 'Read.'), ended('r3'));
      await hasStatus(page, 'You can talk now');
      page.element.lang = 'de';
      await hasStatus(page, 'Sie können jetzt sprechen');
      expect(page.button('Anruf beenden').innerText.trim()).to.equal('Anruf beenden');
      page.element.lang = 'en';
      await hasStatus(page, 'You can talk now');
      await page.click('Collapse');
      await page.click('Expand');
      await hasStatus(page, 'You can talk now');

      await page.endCall();
      await hasStatus(page, 'Call ended');
      expect(page.button('Call again').innerText.trim()).to.equal('Call again');
      await page.startCall();
      await hasStatus(page, 'You can talk now');
      await page.endCall();
    });

    it('leaves a failure and its way out as they should be', async () => {
      page = await CallPage.open('assistant-demo.login=refuse');
      stop = rewriteAll(page.element, rewrite);
      await page.click('Talk to the assistant');
      await page.state('failed');
      await hasStatus(page, 'The call did not work');
      const alert = () => page.find('[role="alert"]').innerText.trim();
      const inEnglish = alert();
      page.element.lang = 'de';
      await page.buttonAppears('Erneut versuchen');
      expect(alert()).not.to.equal(inEnglish);
      page.element.lang = 'en';
      await page.buttonAppears('Try again');
      expect(alert()).to.equal(inEnglish);
      await page.click('Try again');
      await page.state('failed');
      await page.click('Close');
      await page.buttonAppears('Talk to the assistant');
    });

    it('leaves what is asked and typed without a call as it should be', async () => {
      const site = new ScriptedChat();
      page = await opened(scripted);
      stop = rewriteAll(page.element, rewrite);
      await page.sendMessage('Hello');
      await hasStatus(page, 'Thinking…');
      const answer = await site.answer();
      answer.send(['conversation', { conversation_id: 'conv-t' }], ['delta', { text: 'One' }]);
      await shows(page, 'You Hello', 'Assistant One');
      answer.send(['delta', { text: ' two' }]);
      await shows(page, 'You Hello', 'Assistant One two');
      answer.send(['delta', { text: ' *three*' }], ['done', { text: 'One two *three*' }]);
      answer.end();
      await shows(page, 'You Hello', 'Assistant One two three');
      await until(() => page.readOut === 'One two three');
      await page.click('Start over');
      await page.reads('is forgotten');
      await page.sendMessage('Again');
      await until(() => !page.text.includes('is forgotten'));
      await shows(page, 'You Again Sending…');
      (await site.answer(1)).say('Yes.');
      await shows(page, 'You Again', 'Assistant Yes.');
      site.restore();
    });

    it('leaves a question as it should be', async () => {
      page = await CallPage.open('assistant-demo.script=quiet', { requireConsent: true });
      stop = rewriteAll(page.element, rewrite);
      await page.click('Talk to the assistant');
      await page.buttonAppears('Agree and call');
      page.element.lang = 'de';
      await page.buttonAppears('Jetzt nicht');
      page.element.lang = 'en';
      await page.buttonAppears('Not now');
      await page.click('Agree and call');
      await page.state('active');
      await page.receives(said('Here.'));
      await shows(page, 'Assistant Here.');
      await page.endCall();
    });
  });
}
