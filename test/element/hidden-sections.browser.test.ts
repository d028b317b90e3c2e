// Sections of a page, and elements that fill the screen, that would hide a call.

import { expect, fixture, html } from '@open-wc/testing';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

/** Whether a visitor sees the control where it stands, with nothing over it. */
function isHit(page: CallPage, name: string): boolean {
  return isSeen(page.button(name));
}

function isSeen(button: HTMLElement): boolean {
  const { left, top, width, height } = button.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const isInside = x > 0 && y > 0 && x < innerWidth && y < innerHeight;
  const root = button.getRootNode() as ShadowRoot;
  return isInside && root.elementFromPoint(x, y)?.closest('button') === button;
}

const sections: Record<string, string> = {
  'not rendered below the fold': 'content-visibility: auto; contain-intrinsic-size: 100px 400px',
  'cut by a clip-path': 'clip-path: inset(0)',
  'cut to one of its boxes': 'clip-path: content-box',
  'cut as for screen readers': 'position: absolute; clip: rect(0 0 0 0)',
  masked: 'mask-image: linear-gradient(black, black)',
  'in a masked frame':
    'mask-image: linear-gradient(black, black); overflow: hidden; block-size: 9px',
};

async function sectionOf(style: string): Promise<Element> {
  const place = await fixture(
    html`<div>
      <div style="block-size: 300vh"></div>
      <section style=${style}></section>
    </div>`,
  );
  return place.lastElementChild ?? place;
}

for (const [name, style] of Object.entries(sections)) {
  describe(`in a section that is ${name}`, () => {
    afterEach(() => localStorage.clear());

    it('the launcher is seen', async () => {
      const element = document.createElement('telnyx-ai-call');
      (await sectionOf(style)).append(element);
      await until(() => {
        const button = element.shadowRoot?.querySelector('button');
        return !!button && isSeen(button);
      });
    });

    it('a call can be seen and ended', async () => {
      const page = await CallPage.open('assistant-demo.script=quiet');
      (await sectionOf(style)).append(page.element);
      await page.element.call();
      await until(() => isHit(page, 'End call'));
      await page.endCall();
    });
  });
}

describe('a call while something fills the screen', () => {
  it('can be reached above it, and after it', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet');
    const film = await fixture<HTMLElement>(html`<div style="background: black">Film</div>`);
    await page.startCall();
    // A page in fullscreen tells it by this state and event; no test can press a key for it.
    Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: film });
    film.popover = 'manual';
    film.style.cssText = 'position: fixed; inset: 0; inline-size: 100%; block-size: 100%';
    film.showPopover();
    expect(isHit(page, 'End call')).to.equal(false);
    document.dispatchEvent(new Event('fullscreenchange'));
    await until(() => isHit(page, 'End call'));
    Reflect.deleteProperty(document, 'fullscreenElement');
    film.hidePopover();
    document.dispatchEvent(new Event('fullscreenchange'));
    expect(isHit(page, 'End call')).to.equal(true);
    await page.endCall();
  });
});
