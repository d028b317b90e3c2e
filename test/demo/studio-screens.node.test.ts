// The studio: each step shows what most people need on one screen, and nothing is cut off in a small window.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { steps } from '../../demo/studio/fields/steps.ts';
import { StudioPage } from './studio-page.ts';

let studio: StudioPage;

before(async () => {
  studio = await StudioPage.start();
});

after(() => studio.stop());
beforeEach(() => studio.enter());
afterEach(() => studio.leave());

/** With these, every field of the steps applies, and German texts stand in them. All fit: a warning takes room. */
const filled = {
  'assistant-id': 'assistant-8f1c2d3e-0000-4444-8888-abcdefabcdef',
  lang: 'de',
  'assistant-name': 'Ada',
  mode: 'both',
  invite: 'Noch Fragen? Ada hilft.',
  'require-consent': 'on',
};
const cases = [
  { what: 'with nothing set', settings: {}, dir: 'ltr' },
  { what: 'with all that can apply, in German', settings: filled, dir: 'ltr' },
  { what: 'from right to left', settings: filled, dir: 'rtl' },
];

/** What a step shows before anything is unfolded: its fields, and on the last one the code and the ways to hand it on. */
const main = '#settings .field, #snippet-panel > *, #settings .row:first-of-type, .more, #next';

async function setDirection(dir: string): Promise<void> {
  await studio.page.evaluate((wanted) => (document.documentElement.dir = wanted), dir);
}

interface Place {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What cannot be seen without scrolling, lies over something else, or is too wide. */
async function faults(): Promise<string[]> {
  const { places, tooWide } = await studio.page.evaluate((wanted) => {
    const shown = [...document.querySelectorAll<HTMLElement>(wanted)].filter(
      (each) => each.checkVisibility() && !each.parentElement?.closest('details'),
    );
    const form = document.querySelector('#settings');
    return {
      places: shown.map((each): Place => {
        // When *More* is folded, the way on stands beside it.
        const place = each.matches('.more') ? each.querySelector('summary') : each;
        const { left, top, right, bottom } = (place ?? each).getBoundingClientRect();
        const name = each.dataset['key'] ?? (each.id || each.innerText.slice(0, 20));
        return { name, left, top, right, bottom };
      }),
      tooWide: [form, document.documentElement].flatMap((each) =>
        each && each.scrollWidth > each.clientWidth ? [`${each.localName} is too wide`] : [],
      ),
    };
  }, main);
  const { width = 0, height = 0 } = studio.page.viewport() ?? {};
  const outside = places
    .filter(({ left, right }) => left < 0 || right > width)
    .map(({ name }) => `${name} is outside`);
  const below = places
    .filter(({ top, bottom }) => top < 0 || Math.floor(bottom) > height)
    .map(({ name, bottom }) => `${name} ends at ${Math.round(bottom)}`);
  const over = places.flatMap((one, index) =>
    places
      .slice(index + 1)
      .filter((other) => doMeet(one, other))
      .map((other) => `${one.name} lies over ${other.name}`),
  );
  return [...tooWide, ...outside, ...below, ...over];
}

function doMeet(one: Place, other: Place): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 1 && height > 1;
}

/** What is too small to read or to touch. */
function small(): Promise<string[]> {
  return studio.page.$$eval('#settings :is(label, legend, p, button, select, input)', (all) =>
    all
      .filter((each) => each.checkVisibility() && !each.closest('.unseen'))
      .flatMap((each) => {
        const { height } = each.getBoundingClientRect();
        const isControl = each.matches('button, select, input[type="text"], .segments label');
        const isSmall = parseFloat(getComputedStyle(each).fontSize) < 13;
        return isSmall || (isControl && height < 24) ? [each.outerHTML] : [];
      }),
  );
}

describe('a step of the studio', { timeout: 240_000 }, () => {
  for (const { what, settings, dir } of cases) {
    it(`is on one screen of 1280 × 720, ${what}`, async () => {
      await studio.open(settings);
      await setDirection(dir);
      for (const { id, title } of steps) {
        await studio.goTo(title);
        assert.deepEqual(await faults(), [], id);
        assert.deepEqual(await small(), [], id);
      }
    });
  }

  it('shows its first field and the preview on a phone', async () => {
    await studio.page.setViewport({ width: 390, height: 844 });
    await studio.open(filled);
    for (const { id, title } of steps) {
      await studio.goTo(title);
      const ends = await studio.page.evaluate(() =>
        ['#stage', '#settings .field'].map((each) => {
          const { top, bottom } = document.querySelector(each)?.getBoundingClientRect() ?? {};
          return top !== undefined && top >= 0 && (bottom ?? Infinity) <= innerHeight;
        }),
      );
      assert.deepEqual(ends, [true, true], id);
    }
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`is whole where all is twice as large (${dir}): what is scrolled to is seen`, async () => {
      await studio.page.setViewport({ width: 640, height: 360 });
      await studio.open(filled);
      await setDirection(dir);
      for (const { id, title } of steps) {
        await studio.goTo(title);
        await studio.unfold();
        const hidden = await studio.page.evaluate(() => {
          const controls = document.querySelectorAll<HTMLElement>(
            '#settings :is(button, select, textarea, input, .segments label)',
          );
          return [...controls]
            .filter((each) => each.checkVisibility() && !each.matches('.unseen'))
            .filter((each) => {
              each.scrollIntoView({ block: 'start' });
              const { left, top, right } = each.getBoundingClientRect();
              const seen = document.elementFromPoint((left + right) / 2, top + 6);
              const own = each.closest('label') ?? each;
              const isCovered = !own.contains(seen) && seen?.contains(own) !== true;
              return left < 0 || right > innerWidth || isCovered;
            })
            .map((each) => each.id || each.innerText);
        });
        assert.deepEqual(hidden, [], id);
        const covered = await studio.page.$eval('.preview', (preview) => {
          return Math.max(0, preview.getBoundingClientRect().bottom) / innerHeight;
        });
        assert.ok(
          covered < 0.5,
          `the preview leaves the form ${1 - covered} of the window in ${id}`,
        );
        assert.equal(await studio.page.evaluate(() => document.documentElement.scrollWidth), 640);
      }
    });
  }

  it('shows the preview whole in a page from right to left, where it is shown smaller', async () => {
    await studio.page.setViewport({ width: 390, height: 844 });
    await studio.open();
    await setDirection('rtl');
    const out = await studio.page.evaluate(() => {
      const stage = document.querySelector('#stage')?.getBoundingClientRect();
      const frame = document.querySelector('iframe')?.getBoundingClientRect();
      if (!stage || !frame) return 'nothing is there';
      return [frame.left < stage.left - 1, frame.right > stage.right + 1];
    });
    assert.deepEqual(out, [false, false]);
  });
});
