// A page with the built element: what a visitor does and sees in it. The test decides who serves the page,
// and to which browser.

import type { Frame, Page } from 'puppeteer-core';

interface Contents {
  /** HTML with the element's script. */
  readonly head: string;
  readonly assistantId: string;
  readonly gatewayUrl: string;
}

export function callPage({ head, assistantId, gatewayUrl }: Contents): string {
  return `<!doctype html>
    <html lang="en">
      <title>A site</title>
      <link rel="icon" href="data:," />
      ${head}
      <p>Welcome.</p>
      <telnyx-ai-call assistant-id="${assistantId}" gateway-url="${gatewayUrl}">
        Talk to us
      </telnyx-ai-call>
    </html>`;
}

/** A script that notes all errors from the beginning, in frames of other processes too. */
export const watch = `<script nonce="of-the-page">
  const noted = (window.noted = { errors: [], codes: [] });
  addEventListener('error', ({ message }) => noted.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => noted.errors.push(String(reason)));
  addEventListener('telnyx-call-error', ({ detail }) => noted.codes.push(detail.code));
</script>`;

interface Noted {
  readonly errors: readonly string[];
  /** The codes of calls that failed. */
  readonly codes: readonly string[];
}

export function noted(where: Page | Frame): Promise<Noted> {
  return where.evaluate<[], () => unknown>(() => Reflect.get(window, 'noted')) as Promise<Noted>;
}

export class Visitor {
  readonly #where: Page | Frame;

  constructor(where: Page | Frame) {
    this.#where = where;
  }

  async click(name: string): Promise<void> {
    await this.#where.locator(button(name)).click();
  }

  async state(wanted: string): Promise<void> {
    await this.#where.waitForSelector(`telnyx-ai-call[call-state="${wanted}"]`);
  }

  async reads(sentence: string): Promise<void> {
    await this.#where.waitForFunction(
      (wanted) =>
        document
          .querySelector('telnyx-ai-call')
          ?.shadowRoot?.querySelector<HTMLElement>('.widget')
          ?.innerText.includes(wanted),
      {},
      sentence,
    );
  }

  async isOffered(name: string): Promise<boolean> {
    return (await this.#where.$(button(name))) !== null;
  }
}

function button(name: string): string {
  return `aria/${name}[role="button"]`;
}
