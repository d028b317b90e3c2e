// Takes pictures: serves a page with the built files, opens it in a browser, and lets it call the gateway.

import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { browserFlags } from '../browser/browser-flags.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import type { Served } from '../build/serve.ts';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { type Look, lookAt } from './looks.ts';
import type { Scene } from './scenes.ts';
import { startStage } from './stage.ts';
import { Visit } from './visit.ts';

export class Studio {
  readonly browser: Browser;
  readonly #stage: Served;
  readonly #gateway: Gateway;
  readonly #client: GatewayClient;
  #visits = 0;

  private constructor(browser: Browser, stage: Served, gateway: Gateway) {
    this.browser = browser;
    this.#stage = stage;
    this.#gateway = gateway;
    this.#client = new GatewayClient(gateway.controlUrl);
  }

  static async open(): Promise<Studio> {
    ensureBuilt();
    const executablePath = await findBrowser();
    const gateway = await startGateway();
    const stage = await startStage(gateway);
    const browser = await puppeteer.launch({ executablePath, args: browserFlags });
    return new Studio(browser, stage, gateway);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await Promise.all([this.#stage.close(), this.#gateway.close()]);
  }

  /**
   * Shows a scene once, and takes a picture of each look.
   * @param styles the page's styles that change the widget's look
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
    await page.goto(`${this.#stage.origin}/?${query.toString()}`);
    if (styles) await page.addStyleTag({ content: styles });
    await scene.show(new Visit(page, this.#client, assistantId));
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
