// Where pictures are taken: the demo's page for photographs, in a browser, with a call to the gateway.

import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Demo, startDemo } from '../../demo/start-demo.ts';
import { browserFlags } from '../browser/browser-flags.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { GatewayClient } from '../gateway/gateway-client.ts';
import { type Look, lookAt } from './looks.ts';
import type { Scene } from './scenes.ts';
import { Visit } from './visit.ts';

export class Studio {
  readonly browser: Browser;
  readonly #demo: Demo;
  readonly #gateway: GatewayClient;
  #visits = 0;

  private constructor(browser: Browser, demo: Demo) {
    this.browser = browser;
    this.#demo = demo;
    this.#gateway = new GatewayClient(demo.controlUrl);
  }

  static async open(): Promise<Studio> {
    const executablePath = await findBrowser();
    const demo = await startDemo({ port: 0 });
    return new Studio(await puppeteer.launch({ executablePath, args: browserFlags }), demo);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#demo.close();
  }

  /**
   * Shows a scene once, and looks at it in several ways.
   * @param styles of the page, for a widget that looks otherwise
   */
  async shoot(
    scene: Scene,
    looks: readonly Look[],
    take: (page: Page, look: Look) => Promise<unknown>,
    styles = '',
  ): Promise<void> {
    const context = await this.browser.createBrowserContext();
    const permission = { name: 'microphone' };
    await context.setPermission('*', { permission, state: scene.microphone ?? 'granted' });
    const page = await context.newPage();
    const [first] = looks;
    if (first) await page.setViewport(first.viewport);
    const assistantId = scene.assistantId && `${scene.assistantId}~${this.#visits++}`;
    await prepare(page, scene);
    const query = new URLSearchParams({ ...scene.attributes, 'assistant-id': assistantId });
    await page.goto(`${this.#demo.url}pictures/stage.html?${query.toString()}`);
    if (styles) await page.addStyleTag({ content: styles });
    await scene.show(new Visit(page, this.#gateway, assistantId));
    for (const look of looks) {
      await lookAt(page, look);
      await take(page, look);
    }
    await context.close();
  }
}

async function prepare(page: Page, { before, withoutCode }: Scene): Promise<void> {
  if (before !== undefined) await page.evaluateOnNewDocument(before);
  if (withoutCode === undefined) return;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isMissing = request.url().includes(withoutCode);
    void (isMissing ? request.abort() : request.continue());
  });
}
