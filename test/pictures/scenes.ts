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
  viewport: { width: 440, height: 680 },
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
  readonly attributes?: Readonly<Record<string, string>>;
  readonly microphone?: 'denied';
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
  { name: 'conversation', assistantId: 'assistant-demo', show: converse },
  {
    name: 'menu',
    assistantId: 'assistant-sends-settings',
    show: async (page) => {
      await call('Expand')(page);
      await click(page, 'Expand');
      await reads(page, 'How can I help?');
      await click(page, 'More');
    },
  },
  { name: 'aside', assistantId: 'assistant-sends-settings', show: call('Expand') },
  {
    name: 'ask',
    assistantId: 'assistant-demo',
    attributes: { resume: 'ask' },
    show: async (page) => {
      await page.evaluate(() => {
        const yesterday = new Date(Date.now() - 20 * 3_600_000).toISOString();
        const record = JSON.stringify({ conversation_id: 'conv-1', last_used_at: yesterday });
        localStorage.setItem('telnyx-ai-call:v1:assistant-demo', record);
      });
      await call('Start over')(page);
    },
  },
  {
    name: 'microphone-denied',
    assistantId: 'assistant-demo',
    microphone: 'denied',
    show: call('Type instead'),
  },
  {
    name: 'feedback',
    assistantId: 'assistant-demo',
    attributes: { feedback: '' },
    show: async (page) => {
      await converse(page);
      await click(page, 'End call');
      await reads(page, 'How was the call?');
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

async function converse(page: Page): Promise<void> {
  await call('How can I help?')(page);
  await type(page, 'When are you open? See https://example.com/hours');
  await reads(page, 'Monday to Friday');
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator('aria/Message').fill(text);
  await click(page, 'Send message');
}

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
