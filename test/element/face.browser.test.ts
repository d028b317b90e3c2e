// Who answers: the picture and the name in the panel's header, and the name wherever the assistant speaks.

import { expect } from '@open-wc/testing';
import type { TelnyxAiCall } from '../../src/index.ts';
import { emulateMedia, setViewport } from '../browser/commands.ts';
import { heard, said, settings } from '../support/assistant-frames.ts';
import { copied, panelName } from '../support/at-the-panel.ts';
import { CallPage } from '../support/call-page.ts';
import { atRest, fitsTheWindow } from '../support/fits-the-window.ts';
import { isAccessible } from '../support/is-accessible.ts';
import { replace } from '../support/replace.ts';
import { ScriptedChat } from '../support/scripted-chat.ts';
import { opened, scripted } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

async function inCall(configuration: Partial<TelnyxAiCall>, scenario = quiet): Promise<CallPage> {
  const page = await CallPage.open(scenario, configuration);
  await page.startCall();
  return page;
}

async function shown(configuration: Partial<TelnyxAiCall>): Promise<CallPage> {
  const page = await opened({ ...scripted, ...configuration });
  await until(() => page.has('[part="avatar"]'));
  // What moves has no exact size.
  atRest(page);
  return page;
}

function header(page: CallPage): string {
  return page.find('[part="header"]').innerText.replace(/\s+/g, ' ').trim();
}

function pictures(page: CallPage): string[] {
  return [...page.find('[part="header"]').querySelectorAll('img')].map(({ src }) => src);
}

function isAskedFor(address: string): boolean {
  return performance.getEntriesByType('resource').some(({ name }) => name === address);
}

/** Where these words of the text stand. */
function partsOf(element: HTMLElement, words: string): readonly DOMRect[] {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
  const start = text.data.indexOf(words);
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, start + words.length);
  return [...range.getClientRects()];
}

/** What the console is warned of while this goes on. */
async function warnings(during: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const restore = replace(console, 'warn', (...words: unknown[]) => lines.push(words.join(' ')));
  await during();
  restore();
  return lines.join('\n');
}

describe('the assistant’s face', () => {
  let site: ScriptedChat;

  beforeEach(() => {
    site = new ScriptedChat();
    // The browser notes so many requests, and no more.
    performance.clearResourceTimings();
  });
  afterEach(() => {
    site.restore();
    localStorage.clear();
  });

  it('is in the header: the picture, the name, and the state beneath it', async () => {
    const page = await shown({ assistantName: 'Ada Lovelace', avatar: dot });
    expect(header(page)).to.equal('Ada Lovelace You can type now');
    const picture = page.find('[part="avatar"] img') as HTMLImageElement;
    expect(picture).to.include({ src: dot, alt: '', referrerPolicy: 'no-referrer' });
    const [name, status] = ['.name', '[part="status"]'].map((each) =>
      page.find(each).getBoundingClientRect(),
    );
    expect(status?.top).to.be.at.least((name?.bottom ?? NaN) - 1);
    expect(status?.left).to.equal(name?.left);
    expect(panelName(page)).to.equal('Chat – Ada Lovelace');
    atRest(page);
    await isAccessible(page);
  });

  it('is not there without a picture and a name', async () => {
    const page = await opened({ ...scripted, greeting: 'Hello' });
    await page.reads('Hello');
    expect(page.has('[part="avatar"]')).to.equal(false);
    expect(header(page)).to.equal('You can type now');
    expect(panelName(page)).to.equal('Chat');
  });

  it('with a picture only, is "Assistant"', async () => {
    const page = await shown({ avatar: dot });
    expect(header(page)).to.equal('Assistant You can type now');
    expect(panelName(page)).to.equal('Chat');
  });

  it('has initials without a picture, and an icon without a name', async () => {
    const page = await shown({ assistantName: 'ada king lovelace' });
    expect(page.find('[part="avatar"]').innerText).to.equal('AL');
    page.element.assistantName = '🙂 …';
    await until(() => page.has('[part="avatar"] > svg'));
    atRest(page);
    await isAccessible(page);
  });

  it('whose picture fails has initials, then an icon, in the same place', async () => {
    const page = await shown({ assistantName: 'Ada', avatar: '/no-such-picture.png' });
    await until(() => page.find('[part="avatar"]').innerText === 'A');
    const { width, height } = page.find('[part="avatar"]').getBoundingClientRect();
    expect([width, height]).to.deep.equal([40, 40]);
    page.element.assistantName = '';
    await until(() => page.has('[part="avatar"] > svg'));
    page.element.avatar = dot;
    await until(() => pictures(page)[0] === dot);
  });

  for (const address of [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://elsewhere.example/1',
    'file:///etc/passwd',
    'https://',
  ]) {
    it(`shows no ${address}, and says so once`, async () => {
      const told = await warnings(async () => {
        const page = await shown({ assistantName: 'Ada', avatar: address });
        expect(pictures(page)).to.be.empty;
        page.element.requestUpdate();
        await page.element.updateComplete;
      });
      expect(told.split(address)).to.have.length(2);
    });
  }

  it('takes a relative address from the page’s', async () => {
    const picture = `pictures/${crypto.randomUUID()}.png`;
    await shown({ avatar: ` ${picture} ` });
    // It is not there: the initials may have taken its place already.
    await until(() => isAskedFor(new URL(picture, document.baseURI).href));
  });

  it('is loaded only when it is shown', async () => {
    const picture = new URL('/only-when-shown.png', document.baseURI).href;
    const page = await CallPage.open(quiet, { ...scripted, avatar: picture });
    await page.element.updateComplete;
    expect(isAskedFor(picture)).to.equal(false);
    await page.click('Talk to the assistant');
    await until(() => isAskedFor(picture));
  });

  for (const allowRemoteLogo of [true, false]) {
    it(`${allowRemoteLogo ? 'takes' : 'asks for no'} logo of the assistant’s settings in place of a picture`, async () => {
      const logo = new URL(`/logo-${crypto.randomUUID()}.png`, document.baseURI).href;
      const page = await inCall({ assistantName: 'Ada', allowRemoteLogo });
      await page.receives(settings({ logo_icon_url: logo, agent_thinking_text: 'Hmm…' }));
      await page.receives(heard('Well?'));
      await page.reads('Hmm…');
      if (allowRemoteLogo) await until(() => isAskedFor(logo));
      // It is not there.
      await until(() => page.find('[part="avatar"]').innerText === 'A');
      expect(isAskedFor(logo)).to.equal(allowRemoteLogo);
      await page.endCall();
    });
  }

  it('has a ring while the assistant speaks, also without motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
    const page = await inCall({ assistantName: 'Ada' }, 'assistant-demo');
    await until(() => page.has('.ring circle'));
    expect(getComputedStyle(page.find('.ring circle')).strokeWidth).to.equal('3px');
    await until(() => !page.has('.ring'));
    await page.endCall();
    await page.everythingReleased();
  });

  it('speaks by its name: in the log, in announcements, and in what is copied', async () => {
    const page = await inCall({ assistantName: 'Ada' });
    await until(() => page.has('[part="avatar"]'));
    await page.receives(said('We are open.'));
    await page.reads('We are open.');
    expect(page.lines).to.deep.equal(['Ada We are open.']);
    await until(() => page.readOut === 'Ada: We are open.');
    expect(await copied(page)).to.equal('Ada: We are open.');
    expect(panelName(page)).to.equal('Voice call – Ada');
    await page.endCall();
  });

  for (const [what, name, expected] of [
    ['markup', '<img src=x onerror=alert(1)>', /^<img src=x onerror=alert\(1\)>$/],
    ['signs that turn the direction', '\u202eadA\u2066\nnow', /^adA now$/],
    ['10,000 characters', 'a'.repeat(10_000), /^a{79}…$/],
  ] as const) {
    it(`whose name is ${what} stays one short line`, async () => {
      await setViewport({ width: 320, height: 568 });
      const page = await shown({ assistantName: name });
      expect(page.find('.name').innerText).to.match(expected);
      expect(page.has('img')).to.equal(false);
      atRest(page);
      fitsTheWindow(page);
    });
  }

  it('whose name is longer than the line is read from its beginning, in a page of either direction', async () => {
    await setViewport({ width: 320, height: 568 });
    const page = await inCall({ assistantName: 'Ada Lovelace' });
    await until(() => page.has('.name'));
    const name = page.find('.name');
    for (const direction of ['ltr', 'rtl']) {
      document.documentElement.dir = direction;
      for (const assistantName of ['Ada Lovelace', `Ada ${'Lovelace'.repeat(9)}`]) {
        page.element.assistantName = assistantName;
        await until(() => name.innerText === assistantName);
        const box = name.getBoundingClientRect();
        const [first] = partsOf(name, 'Ada');
        expect(first?.left).to.be.at.least(box.left - 1);
        expect(first?.right).to.be.at.most(box.right + 1);
        if (assistantName === 'Ada Lovelace') {
          const [last] = partsOf(name, 'Lovelace');
          expect(last?.left).to.be.at.least(box.left - 1);
          expect(last?.right).to.be.at.most(box.right + 1);
        }
        atRest(page);
        fitsTheWindow(page);
      }
    }
    document.documentElement.dir = '';
    await page.endCall();
  });

  it('takes no name and no picture that is no text', async () => {
    const page = await opened({ ...scripted, greeting: 'Hello' });
    await page.reads('Hello');
    Object.assign(page.element, { assistantName: 5, avatar: {} });
    await page.element.updateComplete;
    expect(header(page)).to.equal('You can type now');
  });

  it('fits with large text in a narrow window', async () => {
    await setViewport({ width: 320, height: 568 });
    const { style } = document.documentElement;
    style.fontSize = '200%';
    const page = await inCall({ assistantName: 'Ada Lovelace of Ockham', avatar: dot });
    await until(() => page.has('[part="avatar"]'));
    atRest(page);
    fitsTheWindow(page);
    style.fontSize = '';
    await page.endCall();
  });
});
