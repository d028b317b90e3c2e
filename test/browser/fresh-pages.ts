// Every test file gets a page, and a browser context, that nobody has used before: its own storage,
// permissions and window. The runner's own launcher would use its pages again.

import { chromeLauncher, type ChromeLauncher } from '@web/test-runner-chrome';
import type { Browser, Page } from 'puppeteer-core';
import { browserFlags } from './browser-flags.ts';
import { setMicrophonePermission } from './browser-commands.ts';

export function launchFreshPages(executablePath: string): ChromeLauncher {
  const launcher = chromeLauncher({
    launchOptions: { executablePath, args: browserFlags },
    createPage,
  });
  const idlePages: unknown = Reflect.get(launcher, 'inactivePages');
  if (!Array.isArray(idlePages))
    throw new Error('The launcher keeps its idle pages elsewhere now.');
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const page = launcher.getPage(id);
    const result = await stopSession(id);
    idlePages.length = 0;
    await page.browserContext().close();
    return result;
  };
  return launcher;
}

async function createPage({ browser }: { browser: Browser }): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await setMicrophonePermission(page, 'granted');
  // A page behind another would get no animation frames.
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}
