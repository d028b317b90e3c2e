// Which label the launcher has.

import { expect, fixture, html } from '@open-wc/testing';
import { computeAccessibleName } from 'dom-accessibility-api';
import '../../src/define.ts';
import { sendKeys } from '../browser/commands.ts';
import { replace } from '../support/replace.ts';
import { until } from '../support/until.ts';
import type { TelnyxAiCall } from '../../src/index.ts';

function launcherOf({ shadowRoot }: TelnyxAiCall): HTMLElement {
  const button = shadowRoot?.querySelector<HTMLElement>('[part="launcher"]');
  if (!button) throw new Error('There is no launcher.');
  return button;
}

function nameOf(element: TelnyxAiCall): string {
  return computeAccessibleName(launcherOf(element));
}

/** Neither a key stops at what stands in the button, nor a pointer. */
async function isOneControl(element: TelnyxAiCall): Promise<boolean> {
  const button = launcherOf(element);
  const { x, y, width, height } = button.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const isHit = [4, 2, 1.3].every(
    (part) => root.elementFromPoint(x + width / part, y + height / 2) === element,
  );
  button.focus();
  await sendKeys({ press: 'Tab' });
  return (
    isHit && element.shadowRoot?.activeElement !== button && !element.contains(root.activeElement)
  );
}

async function labelOf(element: TelnyxAiCall): Promise<string> {
  await element.updateComplete;
  const button = launcherOf(element);
  const name = computeAccessibleName(button);
  expect(button.innerText.trim() || element.innerText.trim(), 'what is seen').to.equal(name);
  return name;
}

describe('the launcher is called', () => {
  it('by default: Talk to the assistant', async () => {
    const element = await fixture<TelnyxAiCall>(html`<telnyx-ai-call></telnyx-ai-call>`);
    expect(await labelOf(element)).to.equal('Talk to the assistant');
  });

  it('the same with nothing but white space, comments and other slots in it', async () => {
    const element = await fixture<TelnyxAiCall>(html`
      <telnyx-ai-call>
        <!-- no label -->
        <p slot="footer"></p>
      </telnyx-ai-call>
    `);
    expect(await labelOf(element)).to.equal('Talk to the assistant');
  });

  it('what the page says, also when it says it later', async () => {
    const element = await fixture<TelnyxAiCall>(html`<telnyx-ai-call>Talk to us</telnyx-ai-call>`);
    expect(await labelOf(element)).to.equal('Talk to us');
    element.replaceChildren('Ask us');
    expect(await labelOf(element)).to.equal('Ask us');
    element.replaceChildren();
    // The browser reports emptied slots in a microtask.
    await Promise.resolve();
    expect(await labelOf(element)).to.equal('Talk to the assistant');
  });
});

describe('a label that is more than words', () => {
  const errors: string[] = [];
  let restore = () => {};

  beforeEach(() => {
    errors.length = 0;
    restore = replace(console, 'error', (...words: unknown[]) => errors.push(words.join(' ')));
  });

  afterEach(() => restore());

  function holding(markup: string): Promise<TelnyxAiCall> {
    const element = document.createElement('telnyx-ai-call');
    element.innerHTML = markup;
    return fixture<TelnyxAiCall>(html`${element}`);
  }

  it('a link is none inside the button: it says what it said, and no key stops there', async () => {
    const element = await holding('<a href="tel:+18005550199">Call <b>us</b></a>');
    const link = element.querySelector('a');
    await until(() => link?.matches(':not(:any-link)') === true);
    expect(await labelOf(element)).to.equal('Call us');
    await expect(element).to.be.accessible();
    element.replaceChildren(Object.assign(document.createElement('a'), { href: '/b', text: 'B' }));
    await until(() => element.querySelector(':any-link') === null);
    expect(await labelOf(element)).to.equal('B');
    expect(errors).to.be.empty;
  });

  it('a link that a script makes, or that a morph puts back, is none either', async () => {
    const element = await holding('<a href="tel:+18005550199">Call us</a><span></span>');
    const isLink = () => element.querySelector(':any-link') !== null;
    await until(() => !isLink());
    element.querySelector('a')?.setAttribute('href', 'tel:+18005550199');
    expect(isLink()).to.equal(true);
    await until(() => !isLink());
    const later = Object.assign(document.createElement('a'), { href: '/b', text: 'B' });
    element.querySelector('span')?.append(later);
    await until(() => !isLink());
    expect(errors).to.be.empty;
  });

  it('a link that comes into words later is none once the visitor comes near', async () => {
    const element = await holding('<span>Ask us</span>');
    await labelOf(element);
    const words = element.querySelector('span');
    if (words) words.innerHTML = '<a href="tel:112">Call us</a>';
    launcherOf(element).dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await until(() => element.querySelector(':any-link') === null);
    expect(nameOf(element)).to.equal('Call us');
  });

  for (const markup of [
    '<button>Ask us</button>',
    '<input type="submit" value="Ask us">',
    '<label><input type="checkbox"> Ask us</label>',
    '<span tabindex="0">Ask us</span>',
    '<b role="button" tabindex="0">Ask <i>us</i></b>',
    '<details><summary>Ask us</summary></details>',
    '<svg width="9" height="9"><a xlink:href="#b"><text>Ask us</text></a></svg>',
    '<ask-link>Ask us</ask-link>',
  ]) {
    it(`a control is none inside the button: ${markup}`, async () => {
      const element = await holding(markup);
      await until(async () => (await isOneControl(element)) && nameOf(element) === 'Ask us');
      expect(errors).to.be.empty;
    });
  }

  it('says what it says now, and is no control once the page has put words in its place', async () => {
    const element = await holding('<button>Ask us</button>');
    await until(() => nameOf(element) === 'Ask us');
    element.querySelector('button')?.firstChild?.replaceWith('Ask Ann');
    await until(() => nameOf(element) === 'Ask Ann');
    element.textContent = 'Ask Bob';
    await until(() => nameOf(element) === 'Ask Bob');
    expect(launcherOf(element).ariaLabel).to.equal(null);
  });

  it('a link that a component around the element lends is none either', async () => {
    const component = document.createElement('div');
    component.innerHTML = '<a href="tel:112">Ask us</a>';
    component.attachShadow({ mode: 'open' }).innerHTML =
      '<telnyx-ai-call phone="+18005550199"><slot></slot></telnyx-ai-call>';
    await fixture(html`${component}`);
    const element = component.shadowRoot?.querySelector('telnyx-ai-call');
    if (!element) throw new Error('There is no element.');
    await until(async () => (await isOneControl(element)) && nameOf(element) === 'Ask us');
    component.querySelector('a')?.firstChild?.replaceWith('Ask Ann');
    await until(() => nameOf(element) === 'Ask Ann');
  });

  it('a link is none either where the element itself stands in a slot', async () => {
    const element = await holding('<a href="tel:112">Ask us</a>');
    element.slot = 'main';
    const other = document.createElement('telnyx-ai-call');
    other.innerHTML = '<a href="tel:112">Ask us</a>';
    other.slot = 'main';
    element.after(other);
    await until(() => other.querySelector(':any-link') === null);
  });

  it('links in other slots stay links', async () => {
    const element = await holding('<a href="#b">B</a><p slot="consent"><a href="#a">terms</a></p>');
    await until(() => element.querySelector('a:not([href])') !== null);
    expect(element.querySelectorAll('a[href]')).to.have.length(1);
  });

  it('the rest of the page is none, where the tag closes itself, and the console says so once', async () => {
    const element = await holding(
      '<main><h1>A shop</h1><p>Prices</p></main><footer><a href="#imprint">Imprint</a></footer><script></script>',
    );
    await until(() => errors.length > 0);
    expect(await labelOf(element)).to.equal('Talk to the assistant');
    const main = element.querySelector('main');
    expect(main?.checkVisibility(), 'the page is seen').to.equal(true);
    expect(main?.assignedSlot?.closest('button'), 'beside the button').to.equal(null);
    element.requestUpdate();
    await element.updateComplete;
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include('Write <telnyx-ai-call …></telnyx-ai-call>');
    element.replaceChildren('Ask us');
    await element.updateComplete;
    await until(() => element.shadowRoot?.querySelector('button')?.ariaLabel === null);
    expect(await labelOf(element)).to.equal('Ask us');
  });

  const link = '<a href="#more">More</a>';
  const long = 'It sells all. '.repeat(20);
  for (const markup of [
    '<main><h1>A shop</h1></main>',
    `<div>A shop</div><div>${long}</div>`,
    `<span>${long}</span>`,
    '<li>One</li><li>Two</li>',
    `${link}${link}${link}`,
    '<button>Buy</button><button>Sell</button><button>Keep</button>',
    `<div id="root"><p>A shop</p><p>${'It sells all. '.repeat(20)}</p>${link}</div>`,
    `<form><input name="q" aria-label="Search" /></form>${link}`,
    `<ul><li>${link}</li></ul>`,
  ]) {
    it(`the rest of the page is none, whatever it is made of: ${markup.slice(0, 30)}`, async () => {
      const element = await holding(markup);
      await until(() => errors.length > 0);
      expect(await labelOf(element)).to.equal('Talk to the assistant');
      const part = element.querySelector('a[href]') ?? element.firstElementChild;
      expect(part?.checkVisibility(), 'the page is seen').to.equal(true);
      expect(part?.closest('[slot]')?.assignedSlot?.closest('button'), 'as it is').to.equal(null);
      expect(errors).to.have.length(1);
    });
  }

  it('each of two tags that close themselves is told of, and the page stays as it is', async () => {
    const element = await holding(
      '<main><h1>A shop</h1></main><telnyx-ai-call><footer><a href="#f">F</a></footer></telnyx-ai-call>',
    );
    await until(() => errors.length === 2);
    const inner = element.querySelector('telnyx-ai-call');
    if (!inner) throw new Error('There is no element.');
    for (const each of [element, inner])
      expect(await labelOf(each)).to.equal('Talk to the assistant');
    expect(inner.querySelector('a')?.checkVisibility()).to.equal(true);
    expect(inner.querySelector('a[href]')).not.to.equal(null);
  });

  it('what comes later of the page is none either', async () => {
    const element = await holding('<main><h1>A shop</h1></main>');
    await until(() => errors.length > 0);
    const later = Object.assign(document.createElement('p'), { textContent: 'More' });
    element.append(later);
    await until(() => later.slot !== '');
    expect(await labelOf(element)).to.equal('Talk to the assistant');
    expect(errors).to.have.length(1);
  });

  for (const markup of [
    '<p></p><p>Ask us</p>',
    '<div>Ask us</div>',
    '<p>Ask us<br></p>\n<p> </p>',
  ]) {
    it(`one line of the page is one: ${markup}`, async () => {
      const element = await holding(markup);
      expect(await labelOf(element)).to.equal('Ask us');
      element.dismissible = true;
      await until(() => element.shadowRoot?.querySelector('.dismiss') !== null);
      expect(await labelOf(element)).to.equal('Ask us');
      expect(errors).to.be.empty;
    });
  }
});
