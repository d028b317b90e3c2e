// Whether a visitor with a small window can reach everything.

import { expect } from '@open-wc/testing';
import type { CallPage } from './call-page.ts';

/** Ends all animations, so that the panel is where it will be. */
export function atRest(page: CallPage): void {
  for (const animation of page.element.shadowRoot?.getAnimations() ?? []) animation.cancel();
}

function visibleButtons(page: CallPage): HTMLButtonElement[] {
  return page.buttons.map((name) => page.button(name));
}

/** Everything visible is inside the window, and every control is large enough for a finger. */
export function fitsTheWindow(page: CallPage): void {
  expect(document.scrollingElement?.scrollWidth).to.be.at.most(innerWidth);
  const panel = page.element.shadowRoot?.querySelector('.panel');
  if (panel) expect(panel.scrollWidth, 'the panel scrolls sideways').to.equal(panel.clientWidth);
  for (const button of visibleButtons(page)) {
    const { left, right, top, width, height } = button.getBoundingClientRect();
    const name = button.textContent.trim() || button.ariaLabel;
    expect(left, `${name}: left`).to.be.at.least(0);
    expect(right, `${name}: right`).to.be.at.most(innerWidth);
    expect(top, `${name}: top`).to.be.at.least(0);
    expect(Math.min(width, height), `${name}: size`).to.be.at.least(44);
  }
}
