// What is photographed: moments of a call, and ways to look at them.

import type { Page } from 'puppeteer-core';

export interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly scale: number;
  readonly scheme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

const desk: Look = {
  name: 'light',
  viewport: { width: 440, height: 520 },
  scale: 2,
  scheme: 'light',
  dir: 'ltr',
};

export const looks: readonly Look[] = [
  desk,
  { ...desk, name: 'dark', scheme: 'dark' },
  { ...desk, name: 'rtl', dir: 'rtl' },
  { ...desk, name: 'phone', viewport: { width: 320, height: 568 } },
  // 200 % zoom: the same window has half as many CSS pixels.
  { ...desk, name: 'zoomed', viewport: { width: 400, height: 300 }, scale: 3 },
];

export interface Scene {
  readonly name: string;
  readonly assistantId: string;
  readonly show: (page: Page) => Promise<void>;
}

export const scenes: readonly Scene[] = [
  { name: 'idle', assistantId: 'assistant-demo', show: async (page) => shown(page, 'launcher') },
  { name: 'connecting', assistantId: 'assistant-never-answers-invite', show: call('Connecting') },
  { name: 'talking', assistantId: 'assistant-demo', show: call('You can talk now') },
  {
    name: 'muted',
    assistantId: 'assistant-demo',
    show: async (page) => {
      await call('You can talk now')(page);
      await click(page, 'Mute microphone');
      await reads(page, 'Your microphone is off');
    },
  },
  { name: 'failed', assistantId: 'assistant-refuses-invite', show: call('did not take the call') },
  {
    name: 'reconnecting',
    assistantId: 'assistant-drops-socket-for-good.after=300',
    show: call('Reconnecting'),
  },
  {
    name: 'ended',
    assistantId: 'assistant-demo',
    show: async (page) => {
      await call('You can talk now')(page);
      await click(page, 'End call');
      await reads(page, 'Call ended');
    },
  },
];

function call(until: string) {
  return async (page: Page) => {
    await click(page, 'Talk to the assistant');
    await reads(page, until);
  };
}

async function click(page: Page, name: string): Promise<void> {
  await page.locator(`aria/${name}[role="button"]`).click();
}

async function reads(page: Page, text: string): Promise<void> {
  const seen = (wanted: string) => {
    const root = document.querySelector('telnyx-ai-call')?.shadowRoot;
    return root?.querySelector<HTMLElement>('.widget')?.innerText.includes(wanted) ?? false;
  };
  await page.waitForFunction(seen, {}, text);
}

async function shown(page: Page, part: string): Promise<void> {
  await page.locator(`pierce/[part=${part}]`).wait();
}
