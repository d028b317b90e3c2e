// A translator that puts other words in place of the widget's: into its texts, names and placeholders.

import { expect } from '@open-wc/testing';
import { delta, done, ended, started } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { holdCodeBack } from '../support/late-code.ts';
import { until } from '../support/until.ts';

/** A sign that a text is translated. */
const sign = '·';
const attributes = ['aria-label', 'placeholder', 'title'];

/** Reads "text" as "text·", as soon as it appears. */
class Translator {
  /** The texts of the live regions, as a screen reader says them. */
  readonly announced: string[] = [];
  readonly #root: ShadowRoot;
  readonly #observer: MutationObserver;

  constructor({ element: { shadowRoot } }: CallPage) {
    if (!shadowRoot) throw new Error('There is no shadow root.');
    this.#root = shadowRoot;
    this.#observer = new MutationObserver(() => this.#translate());
    this.#translate();
    this.#observer.observe(shadowRoot, {
      attributes: true,
      attributeFilter: attributes,
      characterData: true,
      childList: true,
      subtree: true,
    });
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #translate(): void {
    const texts = document.createTreeWalker(this.#root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found) this.#translateText(text);
    for (const name of attributes)
      for (const element of this.#root.querySelectorAll(`[${name}]`)) {
        const value = element.getAttribute(name) ?? '';
        if (value && !value.endsWith(sign)) element.setAttribute(name, value + sign);
      }
  }

  #translateText(text: Text): void {
    const { data, parentElement } = text;
    if (!data.trim() || data.endsWith(sign) || parentElement?.localName === 'style') return;
    if (parentElement?.closest('[role="status"]')) this.announced.push(data.trim());
    const translated = document.createElement('span');
    translated.textContent = data.trimEnd() + sign;
    text.replaceWith(translated);
  }
}

describe('a translator with words of its own', () => {
  let translator: Translator;

  afterEach(() => {
    translator.stop();
    localStorage.clear();
  });

  /** A page loads each file once: it comes first. */
  it('makes the launcher announce nothing twice', async () => {
    const letItCome = holdCodeBack('panel-controller');
    const page = await CallPage.open('assistant-demo.script=quiet', {}, { codeAhead: false });
    translator = new Translator(page);
    await page.click('Talk to the assistant' + sign);
    await page.state('active');
    for (let renderings = 0; renderings < 3; renderings += 1) {
      page.element.requestUpdate();
      await page.element.updateComplete;
      await new Promise(requestAnimationFrame);
    }
    expect(translator.announced).to.deep.equal(['Starting…']);
    await letItCome();
    await page.buttonAppears('Mute microphone' + sign);
    await page.click('End call' + sign);
    await page.state('ended');
  });

  it('leaves a call as it should be, in its own words', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    translator = new Translator(page);
    const status = () => page.find('[part="status"]').innerText.trim();
    const hasStatus = (words: string) => until(() => status() === words + sign, status);
    const click = (name: string) => page.click(name + sign);

    await click('Talk to the assistant');
    await page.state('active');
    await hasStatus('You can talk now');
    await page.receives(started('r1'), delta('r1', 'One'));
    await hasStatus('Speaking…');
    await page.receives(delta('r1', ' two'), done('r1', 'One two'), ended('r1'));
    await hasStatus('You can talk now');
    await until(() => page.lines.join().replaceAll(sign, '') === 'Assistant One two');
    await click('Mute microphone');
    await hasStatus('Your microphone is off');
    await click('Mute microphone');
    await hasStatus('You can talk now');
    await click('Collapse');
    await click('Expand');
    await click('End call');
    await page.state('ended');
    await hasStatus('Call ended');
    await click('Call again');
    await page.state('active');
    await click('End call');
    await page.state('ended');
  });
});
