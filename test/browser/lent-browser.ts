// The Chromium that a run lends to the test files of one worker, one after the other (test-browser.ts).

import type { ChildProcess } from 'node:child_process';
import puppeteer, { type Browser } from 'puppeteer-core';
import { browserFlags } from './browser-flags.ts';
import { findBrowser } from './find-browser.ts';

/** In the environment of test files that may ask for one. */
export const lentVariable = 'BROWSER_IS_LENT';
export const request = 'Lend me a browser.';

export class LentBrowser {
  #browser: Promise<Browser> | undefined;

  /** Answers a test file that asks. The browser is started when the first one does. */
  lendTo(file: ChildProcess): void {
    file.on('message', (message) => {
      if (message !== request) return;
      const answer = (address: string) => file.connected && file.send(address);
      // Without an address, the file starts its own, and tells what fails.
      this.#address().then(answer, () => answer(''));
    });
  }

  /** Ends it. The next file that asks gets a new one. */
  async takeBack(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    await (await browser?.catch(() => undefined))?.close();
  }

  async #address(): Promise<string> {
    this.#browser ??= launch();
    return (await this.#browser).wsEndpoint();
  }
}

async function launch(): Promise<Browser> {
  const browser = await puppeteer.launch({
    executablePath: await findBrowser(),
    args: browserFlags,
  });
  // Else each page would wait for this process, too.
  await browser.disconnect();
  return browser;
}
