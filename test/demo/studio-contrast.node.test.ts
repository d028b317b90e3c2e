// The studio warns of each pair of colours that reads badly, at the field where it arises, and mends it with one press.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { presets } from '../../demo/studio/presets.ts';
import { serve } from '../build/serve.ts';
import { StudioPage } from './studio-page.ts';

let studio: StudioPage;

before(async () => {
  studio = await StudioPage.start();
});

after(() => studio.stop());
beforeEach(() => studio.enter());
afterEach(() => studio.leave());

async function open(settings: Readonly<Record<string, string>>): Promise<void> {
  await studio.open({ 'view.step': 'look', ...settings });
  await studio.unfold();
}

/** A mark on nothing. */
function star(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="64" height="64"><circle cx="4" cy="4" r="3" fill="${colour}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Gives the picture another address. */
async function write(address: string): Promise<void> {
  await studio.page.$eval(
    '#avatar',
    (field, value) => {
      (field as HTMLInputElement).value = value;
      field.dispatchEvent(new Event('change'));
    },
    address,
  );
}

/** Presses the one that changes this field, with the keyboard, where the warning of `at` stands. */
async function mend(at: string, key: string, name: string): Promise<void> {
  const button = `::-p-xpath(//ul[@id="look-${at}-contrast"]//button[contains(., "${name}: use")])`;
  await (await studio.page.waitForSelector(button))?.press('Enter');
  await studio.reads('#contrast-summary', 'All colours can be read well.');
  assert.equal(await studio.page.evaluate(() => document.activeElement?.id), `look-${key}`);
}

describe('the studio, where colours read badly', { timeout: 240_000 }, () => {
  it('has looks to start from that all read well', async () => {
    for (const { name, values } of presets) {
      await open(values);
      await studio.reads('#contrast-summary', 'All colours can be read well.').catch(() => {
        assert.fail(name);
      });
      await studio.page.goto('about:blank');
    }
  });

  it('warns at the panel’s colour of what is made from it', async () => {
    await open({ 'look.surface': '#808080' });
    await studio.reads('#look-surface-contrast', 'Small print in the panel, light and dark');
    await mend('surface', 'surface', 'Panel');
    await studio.addressSays('look.surface=%23');
  });

  it('warns of the button that ends a call, and of complaints', async () => {
    await open({ 'look.danger': 'rgb(180 35 44 / 40%)' });
    await studio.reads('#look-danger-contrast', 'Words on the button that ends a call');
    await mend('danger', 'danger', 'Button');
  });

  it('warns of words that can be read until the pointer comes', async () => {
    await open({ 'look.surface-text': '#747474', 'look.surface': '#ffffff', theme: 'light' });
    await studio.reads('#look-surface-text-contrast', 'Words under the pointer, light');
    await studio.page.waitForFunction(
      () =>
        !document.querySelector('#contrast-warnings')?.textContent.includes('Words in the panel'),
    );
  });

  it('mends the dark alone where only the dark reads badly', async () => {
    await open({ 'look.muted-text': 'light-dark(#555555, #555555)' });
    await studio.reads('#look-muted-text-contrast', 'Small print in the panel, dark: ');
    await mend('muted-text', 'muted-text', 'Small print');
    const value = await studio.page.$eval('#look-muted-text', (field) =>
      field instanceof HTMLInputElement ? field.value : '',
    );
    assert.match(value, /^light-dark\(#555555, #[\da-f]{6}\)$/);
  });
  it('warns of a picture that lets through a colour like its own', async () => {
    await open({ avatar: star('white') });
    await studio.reads('#avatar-contrast', 'hardly be seen in the panel (light).');
    await studio.page.goto('about:blank');
    await open({ avatar: star('#0a6c52'), launcher: 'avatar', theme: 'light' });
    await studio.reads('#avatar-contrast', 'hardly be seen on the button (light).');
    await studio.page.goto('about:blank');
    await open({ avatar: star('#222'), launcher: 'card', 'look.accent': '#333333' });
    await studio.reads(
      '#avatar-contrast',
      'hardly be seen in the panel (dark), on the card (light and dark).',
    );
  });

  it('says nothing of a picture that stands out, or covers what is behind it', async () => {
    const opaque = star('white').replace(
      'circle%20cx',
      'rect%20width%3D%228%22%20height%3D%228%22%20cx',
    );
    for (const avatar of [star('#808080'), opaque]) {
      await open({ avatar });
      await write(star('white'));
      await studio.reads('#avatar-contrast', 'hardly be seen');
      // This one was looked at before.
      await write(avatar);
      assert.equal(await studio.page.$('#avatar-contrast'), null, avatar);
      await studio.page.goto('about:blank');
    }
  });

  it('says that it may not read a picture of a host that lets no page do so', async () => {
    const host = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.end(readFileSync('demo/pictures/states.png'));
    });
    await open({ avatar: `${host.origin}/ada.png` });
    await studio.reads('#avatar-contrast', 'may not read this picture');
    assert.match(studio.complaints.join(' '), /CORS/);
    studio.complaints.length = 0;
    await host.close();
  });
});
