// Whatever accent a page sets, the derived colours can be read. The test takes the colours that the browser
// draws, and computes their contrast by the formula of WCAG 2.2.

import { expect } from '@open-wc/testing';
import type { Theme } from '../../src/contract/settings.ts';
import { CallPage } from '../support/call-page.ts';
import { until } from '../support/until.ts';

const accents = [
  ...['yellow', 'white', 'black', 'red', 'lime', 'blue', 'cyan', 'magenta', 'orange', 'gold'],
  ...[
    '#767676',
    '#777',
    '#808080',
    '#5b2bd6',
    '#e4572e',
    '#00a884',
    '#1d9bf0',
    '#ff7a00',
    '#d1001f',
  ],
  ...['hotpink', 'oklch(0.6 0.25 30)', 'color(display-p3 0 1 0)', 'hsl(200 90% 52%)'],
];

/** Surfaces that a page may set, each with the theme that suits it. */
const surfaces: [surface: string, theme: Theme][] = [
  ['#fffbe6', 'light'],
  ['#f1f5f9', 'light'],
  ['#111', 'dark'],
  ['#0f172a', 'dark'],
  ['black', 'dark'],
];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** The channels of the colour as it is drawn. */
function channels(color: string): number[] {
  if (!canvas) throw new Error('There is no canvas.');
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function colors(page: CallPage, selector: string) {
  const { color, backgroundColor, borderTopColor, fill } = getComputedStyle(page.find(selector));
  return { color, backgroundColor, borderTopColor, fill };
}

function set(page: CallPage, name: string, value: string): void {
  page.element.style.setProperty(`--telnyx-ai-call-${name}`, value);
}

async function inTheme(page: CallPage, theme: Theme): Promise<void> {
  page.element.theme = theme;
  await page.element.updateComplete;
}

describe('for any accent', () => {
  it('text on it can be read, with no other colour set', async () => {
    const page = await CallPage.open('assistant-demo');
    for (const theme of ['light', 'dark'] as const) {
      await inTheme(page, theme);
      for (const accent of accents) {
        set(page, 'accent', accent);
        const { color, backgroundColor } = colors(page, '.launcher');
        const found = contrast(color, backgroundColor);
        expect(found, `${color} on ${accent}, ${theme}`).to.be.at.least(4.5);
      }
    }
  });

  it('lines and shapes in it stand out from the surface, and so does text in the colour of danger', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet', { resume: 'off' });
    await page.startCall();
    await page.reads('You can talk now');
    await until(() => page.has('.meter'));
    const complaint = document.createElement('p');
    complaint.className = 'complaint';
    page.find('.composer').append(complaint);
    for (const theme of ['light', 'dark'] as const) {
      await inTheme(page, theme);
      const surface = colors(page, '.panel').backgroundColor;
      for (const accent of accents) {
        set(page, 'accent', accent);
        set(page, 'danger', accent);
        const { fill } = colors(page, '.meter rect');
        const mark = contrast(fill, surface);
        expect(mark, `meter: ${fill} for ${accent}, ${theme}`).to.be.at.least(3);
        const text = contrast(colors(page, '.complaint').color, surface);
        expect(text, `complaint for ${accent}, ${theme}`).to.be.at.least(4.5);
        const end = colors(page, '.panel .end-call');
        const onDanger = contrast(end.color, end.backgroundColor);
        expect(onDanger, `on ${accent}, ${theme}`).to.be.at.least(4.5);
      }
    }
    complaint.remove();
    await page.endCall();
  });
});

describe('for any surface', () => {
  it('text, muted text and the edge of a field can be seen, with no other colour set', async () => {
    const page = await CallPage.open('assistant-demo.script=quiet', { resume: 'off' });
    await page.startCall();
    await page.reads('You can talk now');
    for (const [surface, theme] of surfaces) {
      await inTheme(page, theme);
      set(page, 'surface', surface);
      const { color, backgroundColor } = colors(page, '.panel');
      expect(contrast(color, backgroundColor), `text on ${surface}`).to.be.at.least(7);
      const timer = contrast(colors(page, '.timer').color, backgroundColor);
      expect(timer, `time on ${surface}`).to.be.at.least(4.5);
      const edge = contrast(colors(page, 'textarea').borderTopColor, backgroundColor);
      expect(edge, `field on ${surface}`).to.be.at.least(3);
      for (const accent of accents) {
        set(page, 'accent', accent);
        const mark = contrast(colors(page, '.meter rect').fill, backgroundColor);
        expect(mark, `meter: ${accent} on ${surface}`).to.be.at.least(3);
      }
    }
    await page.endCall();
  });

  it('the text colour of a page is used as it is', async () => {
    const page = await CallPage.open('assistant-demo');
    set(page, 'accent', 'yellow');
    set(page, 'accent-text', 'rgb(1, 2, 3)');
    expect(colors(page, '.launcher').color).to.equal('rgb(1, 2, 3)');
  });
});
