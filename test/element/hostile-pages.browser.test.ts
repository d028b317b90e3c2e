// Pages that style everything, or put the element where nothing can float. Launcher and panel must look and
// stand as on any other page.

import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { TelnyxAiCall } from '../../src/index.ts';
import { CallPage } from '../support/call-page.ts';
import { catchingRules, hostileRules } from '../support/hostile-rules.ts';
import { until } from '../support/until.ts';

const properties = [
  ...['color', 'background-color', 'font-size', 'font-weight', 'font-style', 'font-variant'],
  ...[
    'line-height',
    'letter-spacing',
    'word-spacing',
    'text-transform',
    'text-align',
    'text-shadow',
  ],
  ...['text-indent', 'white-space', 'cursor', 'visibility', 'pointer-events', 'user-select'],
  ...['writing-mode', 'display', 'position', 'padding-left', 'border-top-width', 'border-radius'],
  ...[
    'border-top-color',
    'box-shadow',
    'opacity',
    '-webkit-text-fill-color',
    '-webkit-text-stroke',
  ],
];

function style(css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

function partsOf(element: TelnyxAiCall): Element[] {
  return [
    ...(element.shadowRoot?.querySelectorAll('[part], .widget, .phone, textarea') ?? []),
  ].filter((each) => each.checkVisibility() && !each.closest('[part="meter"], [part="entry"]'));
}

/** The place and the look of each visible part. */
function looks(element: TelnyxAiCall): string[] {
  return partsOf(element).map((part) => {
    const { left, top, width, height } = part.getBoundingClientRect();
    const computed = getComputedStyle(part);
    const values = properties.map((name) => `${name}: ${computed.getPropertyValue(name)}`);
    const place = [left, top, width, height].map((each) => each.toFixed(1)).join(' ');
    return `${part.getAttribute('part') ?? part.className} at ${place}; ${values.join('; ')}`;
  });
}

function widgetOf(element: Element): HTMLElement {
  const widget = element.shadowRoot?.querySelector<HTMLElement>('.widget');
  if (!widget) throw new Error('Nothing is rendered.');
  return widget;
}

async function launcher(): Promise<TelnyxAiCall> {
  const element = await fixture<TelnyxAiCall>(html`<telnyx-ai-call></telnyx-ai-call>`);
  await element.updateComplete;
  return element;
}

async function calling(): Promise<CallPage> {
  const page = await CallPage.open('assistant-demo.script=quiet', { resume: 'off' });
  await page.startCall();
  await page.reads('You can talk now');
  for (const animation of page.element.shadowRoot?.getAnimations() ?? []) animation.finish();
  // The timer runs by itself, so it would differ.
  page.find('[part="timer"]').hidden = true;
  return page;
}

describe('a hostile page', () => {
  it("changes nothing of a call's panel", async () => {
    const page = await calling();
    const usual = looks(page.element);
    expect(usual.length).to.be.greaterThan(8);
    for (const [what, css] of hostileRules) {
      const restore = style(css);
      const found = looks(page.element);
      restore();
      expect(found, what).to.deep.equal(usual);
    }
    await page.endCall();
  });

  for (const [what, css] of hostileRules) {
    it(`${what}: changes nothing of the launcher`, async () => {
      const element = await launcher();
      const usual = looks(element);
      const restore = style(css);
      const found = looks(element);
      restore();
      expect(found).to.deep.equal(usual);
    });
  }

  it('passes on its font, colour scheme and direction, and may set our own properties', async () => {
    const widget = widgetOf(await launcher());
    const usual = getComputedStyle(widget).color;
    const restore = style(`
      html { color-scheme: dark; font-family: monospace; direction: rtl }
      telnyx-ai-call { --telnyx-ai-call-accent: rgb(1, 2, 3) }`);
    const { color, fontFamily, colorScheme, direction } = getComputedStyle(widget);
    const button = widget.querySelector('button');
    const accent = button && getComputedStyle(button).backgroundColor;
    restore();
    expect([fontFamily, colorScheme, direction]).to.deep.equal(['monospace', 'dark', 'rtl']);
    expect(color).not.to.equal(usual);
    expect(accent).to.equal('rgb(1, 2, 3)');
  });

  it('may hide the element, in any of the usual ways', async () => {
    const element = await launcher();
    const button = widgetOf(element).querySelector('button');
    const isSeen = () => button?.checkVisibility({ checkVisibilityCSS: true });
    for (const css of ['display: none', 'visibility: hidden']) {
      const restore = style(`telnyx-ai-call { ${css} }`);
      expect(isSeen(), css).to.equal(false);
      restore();
    }
    element.hidden = true;
    expect(isSeen(), 'hidden').to.equal(false);
    element.hidden = false;
    expect(isSeen()).to.equal(true);
  });
});

describe('an ancestor with', () => {
  for (const [what, css] of catchingRules) {
    it(`${what} does not catch what floats`, async () => {
      const element = await launcher();
      const trap = document.createElement('div');
      trap.className = 'trap';
      const isInItsCorner = () => {
        const { right, bottom } = widgetOf(element).getBoundingClientRect();
        return innerWidth - right === 20 && innerHeight - bottom === 20;
      };
      await until(isInItsCorner);
      const restore = style(`.trap { ${css} }`);
      // The element checks its place whenever it moves. Here it is moved to another parent.
      element.before(trap);
      trap.append(element);
      await until(isInItsCorner, () => JSON.stringify(widgetOf(element).getBoundingClientRect()));
      expect(widgetOf(element).popover, 'it was caught').to.equal('manual');
      element.placement = 'top-left';
      await element.updateComplete;
      await until(() => widgetOf(element).getBoundingClientRect().top === 20);
      element.placement = 'inline';
      await element.updateComplete;
      expect(getComputedStyle(widgetOf(element)).position).to.equal('static');
      restore();
    });
  }

  it('none of these leaves the element in its own layer', async () => {
    const element = await launcher();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(widgetOf(element).popover).to.equal(null);
  });
});

it('is never wider than the window, however the page is enlarged', async () => {
  const page = await calling();
  const restore = style('body { zoom: 3 }');
  const { left, right } = page.find('.panel').getBoundingClientRect();
  restore();
  expect(left).to.be.at.least(0);
  expect(right).to.be.at.most(innerWidth);
  await page.endCall();
});
