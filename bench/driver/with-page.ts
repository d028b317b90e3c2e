// Opens a page in a profile of its own: nothing is cached before, and nothing is left afterwards.

import type { CDPSession, Page } from 'puppeteer-core';
import type { Bench } from '../row.ts';

export interface OpenPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Loads one of the bench's pages. Resolves at its `load` event. */
  readonly open: (name: string, query?: Readonly<Record<string, string>>) => Promise<void>;
}

export async function withPage<Result>(
  { browser, server }: Bench,
  use: (openPage: OpenPage) => Promise<Result>,
): Promise<Result> {
  server.delayMs = 0;
  const context = await browser.createBrowserContext();
  try {
    await context.setPermission(server.url, {
      permission: { name: 'microphone' },
      state: 'granted',
    });
    const page = await context.newPage();
    const devtools = await page.createCDPSession();
    const open = async (name: string, query: Readonly<Record<string, string>> = {}) => {
      const search = new URLSearchParams(query).toString();
      await page.goto(`${server.url}/pages/${name}.html?${search}`, { waitUntil: 'load' });
    };
    return await use({ page, devtools, open });
  } finally {
    await context.close();
  }
}
