// What a visitor has set in the system: less motion, or colours of their own.

import { expect } from '@open-wc/testing';
import { computeAccessibleName } from 'dom-accessibility-api';
import { emulateMedia, sendKeys } from '../browser/commands.ts';
import { delta, heard, started } from '../support/assistant-frames.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

const quiet = 'assistant-demo.script=quiet';
/** Visitors would have to wait for a longer motion. */
const shortMs = 250;

async function calling(scenario = quiet, feedback = false): Promise<CallPage> {
  const page = await CallPage.open(scenario, { resume: 'off', feedback });
  await page.startCall();
  return page;
}

/** All animations in the element that run now. */
function motions(page: CallPage): Animation[] {
  return page.element.shadowRoot?.getAnimations() ?? [];
}

function durationsMs(page: CallPage): number[] {
  return motions(page).map(({ effect }) => Number(effect?.getTiming().duration));
}

function transitions(page: CallPage): Element[] {
  const all = [...(page.element.shadowRoot?.querySelectorAll('*') ?? [])];
  return all.filter((each) => getComputedStyle(each).transitionDuration !== '0s');
}

describe('motion', () => {
  it('is short, and over, when the panel comes', async () => {
    const page = await CallPage.open(quiet, { resume: 'off' });
    await page.click('Talk to the assistant');
    await until(() => page.has('.panel'));
    const arrival = motions(page).filter(
      (each) => each instanceof CSSAnimation && each.animationName === 'rise',
    );
    expect(arrival.length).to.equal(1);
    expect(Math.max(...durationsMs(page).filter((each) => each < 1000))).to.be.at.most(shortMs);
    await page.state('active');
    await Promise.all(arrival.map((each) => each.finished));
    await page.endCall();
  });

  it('is off in all that happens, for a visitor who wants less of it', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const page = await CallPage.open(quiet, { resume: 'off', feedback: true });
    const nothingMoves = () => {
      expect(durationsMs(page)).to.deep.equal([]);
      expect(transitions(page)).to.deep.equal([]);
    };
    await page.click('Talk to the assistant');
    await until(() => page.has('.panel'));
    nothingMoves();
    await page.state('active');
    await page.isWhole();
    nothingMoves();
    await page.receives(heard('Well?'), started('r1'), delta('r1', 'Well'));
    await page.reads('Speaking…');
    nothingMoves();
    await page.click('Collapse');
    await page.click('Expand');
    nothingMoves();
    await page.endCall();
    nothingMoves();
  });
});

describe('forced colours', () => {
  beforeEach(() => emulateMedia({ forcedColors: 'active' }));

  const styleOf = (page: CallPage, selector: string) => getComputedStyle(page.find(selector));

  function hasAnEdge(page: CallPage, selector: string): void {
    const { borderTopColor, borderTopWidth, backgroundColor } = styleOf(page, selector);
    expect(Number.parseFloat(borderTopWidth), selector).to.be.at.least(1);
    expect(borderTopColor, selector).not.to.equal(backgroundColor);
    expect(borderTopColor, selector).not.to.match(/^rgba\(.*, 0\)$/);
  }

  it('leave every button, field and box an edge, and every sign its meaning', async () => {
    const page = await CallPage.open(quiet, { resume: 'off', feedback: true });
    hasAnEdge(page, '.launcher');
    const { backgroundColor: icon } = styleOf(page, '.phone');
    expect(icon).to.equal(styleOf(page, '.launcher').color);

    await page.startCall();
    await page.receives(heard('Well?'));
    await page.reads('Well?');
    for (const selector of ['.panel', 'textarea', '.panel .end-call', '.bubble', '.round']) {
      hasAnEdge(page, selector);
    }
    expect(styleOf(page, '.meter rect').fill).to.equal(styleOf(page, '.panel').color);
    const { borderTopWidth: thin } = styleOf(page, '[part="mute-button"]');
    await page.click('Mute microphone');
    await until(() => styleOf(page, '[part="mute-button"]').borderTopWidth !== thin);

    await page.click('Collapse');
    await page.buttonAppears('Expand');
    hasAnEdge(page, '.aside');
    await page.endCall();
    await page.buttonAppears('Send feedback');
    const chosen = page.field('3 of 5');
    chosen.click();
    const widthOf = (name: string) => {
      const rating = page.field(name).closest('.rating');
      return rating && getComputedStyle(rating).borderTopWidth;
    };
    expect(widthOf('3 of 5')).not.to.equal(widthOf('2 of 5'));
    const { backgroundColor } = styleOf(page, '.lamp');
    expect(backgroundColor).to.equal(styleOf(page, '.panel').color);
  });

  it('leave the focus visible, wherever it is', async () => {
    const page = await calling();
    await page.receives(heard('Well?'));
    await page.click('More');
    await page.buttonAppears('Show times');
    const ringed: string[] = [];
    for (;;) {
      await sendKeys({ press: 'Tab' });
      const focused = page.element.shadowRoot?.activeElement;
      if (!focused) break;
      // A control inside a label shows its focus ring on the label.
      const shown = focused.closest('.pick') ?? focused;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      const name = computeAccessibleName(focused);
      expect([outlineStyle, outlineWidth], name).to.deep.equal(['solid', '3px']);
      ringed.push(name);
    }
    expect(ringed).to.include.members(['More', 'Show times', 'Message', 'End call']);
    await page.endCall();
  });
});
