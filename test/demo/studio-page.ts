// The studio, built, for tests: what a person does and sees in it. `demo-pages.node.test.ts` opens it as `npm start`
// serves it.

import assert from 'node:assert/strict';
import type { BrowserContext, Frame, Page } from 'puppeteer-core';
import { type Demo, startDemo } from '../../demo/start-demo.ts';
import { isFailedCall } from '../browser/is-failed-call.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { startBuiltPages } from './built-pages.ts';

export class StudioPage {
  readonly demo: Demo;
  readonly #browser: TestBrowser;
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  /** What the browser complains about: errors, and requests to other sites. */
  readonly complaints: string[] = [];

  private constructor(demo: Demo, browser: TestBrowser) {
    this.demo = demo;
    this.#browser = browser;
  }

  static async start(): Promise<StudioPage> {
    const demo = await startDemo({ port: 0, servePages: startBuiltPages });
    const browser = await TestBrowser.start({ viewport: { width: 1280, height: 720 } });
    return new StudioPage(demo, browser);
  }

  async stop(): Promise<void> {
    await this.#browser.stop();
    await this.demo.close();
  }

  get page(): Page {
    assert.ok(this.#page, 'The studio is open.');
    return this.#page;
  }

  /** Opens a page in a new profile. */
  async enter(): Promise<void> {
    this.complaints.length = 0;
    this.#context = await this.#browser.newVisitor();
    const page = (this.#page = await this.#context.newPage());
    // The machine may be busy.
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !isFailedCall(text)) this.complaints.push(text);
    });
    page.on('request', (request) => {
      const ours = [this.demo.url, this.demo.controlUrl, 'data:', 'blob:'];
      const isOurs = ours.some((start) => request.url().startsWith(start));
      if (!isOurs) this.complaints.push(`elsewhere: ${request.url()}`);
    });
  }

  async leave(): Promise<void> {
    await this.#context?.close();
    this.#context = this.#page = undefined;
    assert.deepEqual(this.complaints, []);
  }

  async allow(name: string): Promise<void> {
    await this.#context?.setPermission('*', { permission: { name }, state: 'granted' });
  }

  async open(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.goto(`${this.demo.url}studio/#${new URLSearchParams(settings).toString()}`);
    await this.page.waitForSelector('#step-title');
  }

  async goTo(step: string): Promise<void> {
    await this.page
      .locator(`::-p-xpath(//nav[@id="steps"]//button[contains(., "${step}")])`)
      .click();
    await this.page.waitForFunction(
      (wanted) =>
        document.querySelector('[aria-current="step"]')?.textContent.includes(wanted) ?? false,
      {},
      step,
    );
  }

  async unfold(): Promise<void> {
    await this.page.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
  }

  field(name: string, role = 'textbox') {
    return this.page.locator(`aria/${name}[role="${role}"]`);
  }

  async press(name: string): Promise<void> {
    await this.page.locator(`aria/${name}[role="button"]`).click();
  }

  /** One of a row of choices. */
  async choose(name: string): Promise<void> {
    await this.page.locator(`::-p-xpath(//label[span[normalize-space(.)="${name}"]])`).click();
  }

  /** The frame with the element. */
  async preview(): Promise<Frame> {
    const frame = await (await this.page.waitForSelector('iframe'))?.contentFrame();
    assert.ok(frame, 'There is a preview.');
    return frame;
  }

  async inPreview(name: string, role = 'button') {
    return (await this.preview()).locator(`aria/${name}[role="${role}"]`);
  }

  /** Waits for a text that the element shows. */
  async shows(text: string): Promise<void> {
    const frame = await this.preview();
    const seen = (wanted: string) => {
      const root = document.querySelector('telnyx-ai-call')?.shadowRoot;
      return root?.querySelector<HTMLElement>('.widget')?.innerText.includes(wanted);
    };
    await frame.waitForFunction(seen, {}, text).catch(async (cause: unknown) => {
      const shown = await frame.evaluate(
        () =>
          document
            .querySelector('telnyx-ai-call')
            ?.shadowRoot?.querySelector<HTMLElement>('.widget')?.innerText,
      );
      throw new Error(`“${text}” is not shown, but: ${shown}`, { cause });
    });
  }

  reads(selector: string, text: string): Promise<unknown> {
    const seen = (where: string, wanted: string) =>
      document.querySelector<HTMLElement>(where)?.innerText.includes(wanted);
    return this.page.waitForFunction(seen, {}, selector, text);
  }

  async addressSays(text: string): Promise<void> {
    await this.page.waitForFunction((wanted) => location.hash.includes(wanted), {}, text);
  }

  hash(): Promise<string> {
    return this.page.evaluate(() => location.hash);
  }

  async snippet(tab = 'Any page'): Promise<string> {
    await this.page.locator(`aria/${tab}[role="tab"]`).click();
    return this.page.$eval('#snippet', (code) => code.textContent);
  }

  async copied(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async allowCopying(): Promise<void> {
    await this.allow('clipboard-write');
    await this.allow('clipboard-read');
  }
}
