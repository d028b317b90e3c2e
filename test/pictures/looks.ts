// The ways to look at the widget: colour scheme, direction, window.

import type { Page } from 'puppeteer-core';

export interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly scale: number;
  readonly scheme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

/** Wide enough that the panel is not a sheet. */
const desk = { width: 490, height: 680 };

/** For the README. It shows only the corner of a window with the widget. */
export const light: Look = { name: 'light', viewport: desk, scale: 2, scheme: 'light', dir: 'ltr' };
export const dark: Look = { ...light, name: 'dark', scheme: 'dark' };

const windows = [
  { width: 320, height: 568 },
  { width: 390, height: 760 },
  { width: 1280, height: 760 },
];

/** A window of 1280 × 720 at 200 % zoom: half as many CSS pixels, each twice as large. */
const zoomed: Look = { ...light, name: 'zoom-200', viewport: { width: 640, height: 360 } };

/** All looks, for the gallery. */
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

/** Changes the look of the page without repeating anything of the call. */
export async function lookAt(page: Page, { viewport, scale, scheme, dir }: Look): Promise<void> {
  await page.setViewport({ ...viewport, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  // Moves the pointer away from where it clicked last.
  await page.mouse.move(0, 0);
  await page.evaluate(async (direction) => {
    document.documentElement.dir = direction;
    const widget = document.querySelector('telnyx-ai-call');
    // The words stay English, because the scenes click buttons by name. The layout is that of Arabic.
    if (widget) widget.strings = direction === 'rtl' ? { language: 'ar' } : {};
    // A call that is on its way goes before what is rendered.
    await widget?.updateComplete;
    const root = widget?.shadowRoot;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    // Takes the picture after all movements have ended.
    for (const animation of root?.getAnimations() ?? []) {
      if (animation.effect?.getTiming().iterations === 1) animation.finish();
    }
  }, dir);
}
