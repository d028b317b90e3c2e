// Ways to look at the widget: colour scheme, direction, window.

import type { Page } from 'puppeteer-core';

export interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly scale: number;
  readonly scheme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

/** Wide enough for a panel that is no sheet. */
const desk = { width: 490, height: 680 };

/** For the README: of a window, the corner that matters. */
export const light: Look = { name: 'light', viewport: desk, scale: 2, scheme: 'light', dir: 'ltr' };
export const dark: Look = { ...light, name: 'dark', scheme: 'dark' };

const windows = [
  { width: 320, height: 568 },
  { width: 390, height: 760 },
  { width: 1280, height: 760 },
];

/** What 1280 × 720 at 200 % zoom leaves: half as many CSS pixels, twice as large. */
const zoomed: Look = { ...light, name: 'zoom-200', viewport: { width: 640, height: 360 } };

/** For the gallery: all of them. */
export const allLooks: readonly Look[] = [
  ...windows.flatMap((viewport) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      (['ltr', 'rtl'] as const).map((dir) => {
        const name = `${viewport.width}-${scheme}-${dir}`;
        return { name, viewport, scale: 1, scheme, dir };
      }),
    ),
  ),
  zoomed,
];

/** Nothing of a call has to be done again for it. */
export async function lookAt(page: Page, { viewport, scale, scheme, dir }: Look): Promise<void> {
  await page.setViewport({ ...viewport, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  // The pointer stands where it clicked last.
  await page.mouse.move(0, 0);
  await page.evaluate(async (direction) => {
    document.documentElement.dir = direction;
    const widget = document.querySelector('telnyx-ai-call');
    // In English words, laid out as Arabic is: what is clicked goes by its name.
    if (widget) widget.strings = direction === 'rtl' ? { language: 'ar' } : {};
    const root = widget?.shadowRoot;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    // As it is once it has come to rest.
    for (const animation of root?.getAnimations() ?? []) {
      if (animation.effect?.getTiming().iterations === 1) animation.finish();
    }
  }, dir);
}
