// A site under a name that no network knows: the test answers the browser's own requests, with a page and the
// built files. So it needs no certificate either.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/** Opens the page, by https, and waits for the element. */
export async function openImaginedSite(page: Page, html: string): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/') return void request.respond({ contentType: 'text/html', body: html });
    void readFile(join('dist/cdn', pathname)).then(
      (body) => request.respond({ contentType: 'text/javascript', body }),
      () => request.respond({ status: 404 }),
    );
  });
  await page.goto('https://www.shop.example/');
  await page.waitForFunction(() => customElements.get('telnyx-ai-call') !== undefined);
}
