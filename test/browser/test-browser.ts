// The Chromium of a test file in Node. A run lends one to file after file, because to start and end one costs as much
// as several tests. A file that runs without the others, or needs flags of its own, starts its own.

import { once } from 'node:events';
import puppeteer, {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type PermissionState,
  type Viewport,
} from 'puppeteer-core';
import { browserFlags } from './browser-flags.ts';
import { findBrowser } from './find-browser.ts';
import { lentVariable, request } from './lent-browser.ts';

export interface OwnFlags {
  readonly moreFlags?: readonly string[];
  /** Of ours, and of Puppeteer's. */
  readonly withoutFlags?: readonly string[];
}

interface Options extends OwnFlags {
  readonly viewport?: Viewport;
}

interface VisitorOptions extends BrowserContextOptions {
  readonly microphone?: PermissionState;
}

export class TestBrowser {
  readonly #browser: Browser;
  readonly #isLent: boolean;
  readonly #visitors = new Set<BrowserContext>();

  private constructor(browser: Browser, isLent: boolean) {
    this.#browser = browser;
    this.#isLent = isLent;
  }

  static async start(options: Options = {}): Promise<TestBrowser> {
    const { viewport, moreFlags = [], withoutFlags = [] } = options;
    const view = viewport ? { defaultViewport: viewport } : {};
    const isUsual = moreFlags.length + withoutFlags.length === 0;
    const address = isUsual ? await lentAddress() : '';
    if (address !== '') {
      const browser = await puppeteer.connect({ browserWSEndpoint: address, ...view });
      return new TestBrowser(browser, true);
    }
    const browser = await puppeteer.launch({
      executablePath: await findBrowser(),
      args: [...browserFlags.filter((flag) => !withoutFlags.includes(flag)), ...moreFlags],
      ignoreDefaultArgs: [...withoutFlags],
      ...view,
    });
    return new TestBrowser(browser, false);
  }

  /** A profile that nobody has used before, so that a site sees a new visitor. */
  async newVisitor({ microphone = 'granted', ...options }: VisitorOptions = {}) {
    const visitor = await this.#browser.createBrowserContext(options);
    this.#visitors.add(visitor);
    const permission = { name: 'microphone' };
    await visitor.setPermission('*', { permission, state: microphone });
    return visitor;
  }

  /** Leaves nothing behind for the next file. */
  async stop(): Promise<void> {
    if (!this.#isLent) return this.#browser.close();
    const left = [...this.#visitors].filter(({ closed }) => !closed);
    await Promise.all(left.map((visitor) => visitor.close()));
    await this.#browser.disconnect();
  }
}

/** Asks the run that started this file. Without one, there is none. */
async function lentAddress(): Promise<string> {
  if (process.env[lentVariable] === undefined || !process.send) return '';
  process.send(request);
  const [address] = (await once(process, 'message')) as [string];
  return address;
}
