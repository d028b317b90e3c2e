// A page with the built element, in a browser that WebDriver controls: what is visible in it, and what a
// visitor can do.

import { watch } from '../build/call-page.ts';
import type { WebDriver } from '../browser/web-driver.ts';

export interface Contents {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  /** Attributes of the element, as HTML. */
  readonly attributes?: string;
  /** Styles of the element's surroundings. */
  readonly around?: string;
}

/** The page's HTML. The page notes everything that a call would open. */
export function pageOf({ lang = 'en', dir = 'ltr', attributes = '', around = '' }: Contents) {
  return `<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <meta name="viewport" content="width=device-width" />
      <title>A site</title>
      <link rel="icon" href="data:," />
      ${watch}
      <script>
        noted.opened = [];
        window.WebSocket = class { constructor(url) { noted.opened.push(url); } };
        const devices = navigator.mediaDevices;
        if (devices) devices.getUserMedia = () => noted.opened.push('microphone');
      </script>
      <script type="module" src="/telnyx-ai-call.js"></script>
      <p>Welcome.</p>
      <div style="${around}">
        <telnyx-ai-call assistant-id="assistant-demo" gateway-url="ws://127.0.0.1:9" ${attributes}>
        </telnyx-ai-call>
      </div>
    </html>`;
}

export interface Noted {
  readonly errors: readonly string[];
  readonly codes: readonly string[];
  readonly opened: readonly string[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export class WebDriverPage {
  readonly #driver: WebDriver;

  constructor(driver: WebDriver) {
    this.#driver = driver;
  }

  async open(url: string): Promise<void> {
    await this.#driver.goTo(url);
    await this.has('.launcher');
  }

  async has(selector: string): Promise<void> {
    await this.#driver.until((wanted) => {
      const { shadowRoot } = document.querySelector('telnyx-ai-call') ?? {};
      return shadowRoot?.querySelector(wanted)?.checkVisibility() === true;
    }, selector);
  }

  async hasNo(selector: string): Promise<void> {
    await this.#driver.until((unwanted) => {
      const { shadowRoot } = document.querySelector('telnyx-ai-call') ?? {};
      return shadowRoot?.querySelector(unwanted) === null;
    }, selector);
  }

  async set(name: string, value: string): Promise<void> {
    await this.#driver.run(
      (key, text) => document.querySelector('telnyx-ai-call')?.setAttribute(key, text),
      name,
      value,
    );
    await this.#driver.drawn();
  }

  /** Puts a style sheet into the page. It replaces the one before. */
  async style(css: string): Promise<void> {
    await this.#driver.run((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
    await this.#driver.drawn();
  }

  /** The box of an element, once nothing moves any more. */
  box(selector: string): Promise<Box> {
    return this.#driver.run((wanted) => {
      const { shadowRoot } = document.querySelector('telnyx-ai-call') ?? {};
      for (const animation of shadowRoot?.getAnimations() ?? []) animation.finish();
      const found = shadowRoot?.querySelector(wanted);
      if (!found) throw new Error(`There is no ${wanted}.`);
      const { left, top, right, bottom } = found.getBoundingClientRect();
      return { left, top, right, bottom };
    }, selector);
  }

  async click(selector: string): Promise<void> {
    await this.has(selector);
    const { left, top, right, bottom } = await this.box(selector);
    await this.#driver.clickAt((left + right) / 2, (top + bottom) / 2);
  }

  css(selector: string, ...properties: string[]): Promise<string[]> {
    return this.#driver.run(
      (wanted, names) => {
        const { shadowRoot } = document.querySelector('telnyx-ai-call') ?? {};
        const found = shadowRoot?.querySelector(wanted);
        if (!found) throw new Error(`There is no ${wanted}.`);
        return names.map((name) => getComputedStyle(found).getPropertyValue(name));
      },
      selector,
      properties,
    );
  }

  /** All text that can be seen or is read out. */
  text(): Promise<string> {
    return this.#driver.run(
      () =>
        document.querySelector('telnyx-ai-call')?.shadowRoot?.querySelector<HTMLElement>('.widget')
          ?.innerText ?? '',
    );
  }

  async reads(words: string): Promise<void> {
    await this.#driver.until(
      (wanted) =>
        document
          .querySelector('telnyx-ai-call')
          ?.shadowRoot?.querySelector<HTMLElement>('.widget')
          ?.innerText.includes(wanted),
      words,
    );
  }

  /** The names of all buttons in a region, in their order. */
  buttons(region: string): Promise<string[]> {
    return this.#driver.run((wanted) => {
      const { shadowRoot } = document.querySelector('telnyx-ai-call') ?? {};
      const buttons = shadowRoot?.querySelectorAll(`${wanted} button`) ?? [];
      return [...buttons].map((each) => each.ariaLabel ?? each.textContent.trim());
    }, region);
  }

  /** The text of the element that has the focus. */
  focused(): Promise<string | undefined> {
    return this.#driver.run(() =>
      document.querySelector('telnyx-ai-call')?.shadowRoot?.activeElement?.textContent.trim(),
    );
  }

  window(): Promise<{ width: number; height: number; scrollWidth: number }> {
    return this.#driver.run(() => ({
      width: innerWidth,
      height: innerHeight,
      scrollWidth: document.documentElement.scrollWidth,
    }));
  }

  noted(): Promise<Noted> {
    return this.#driver.run(() => Reflect.get(window, 'noted') as Noted);
  }
}
