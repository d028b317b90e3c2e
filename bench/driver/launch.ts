import { type Browser, launch } from 'puppeteer-core';
import { browserFlags } from '../../test/browser/browser-flags.ts';
import { findBrowser } from '../../test/browser/find-browser.ts';

export async function launchBrowser(): Promise<Browser> {
  return launch({
    executablePath: await findBrowser(),
    args: [
      ...browserFlags,
      // Requests of the peers to their servers are counted, but lead nowhere.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
