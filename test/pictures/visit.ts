// What the visitor and the far end do in the page that is photographed.

import type { Page } from 'puppeteer-core';
import type { GatewayClient } from '../../gateway/gateway-client.ts';

export class Visit {
  readonly page: Page;
  readonly #gateway: GatewayClient;
  readonly #assistantId: string;

  constructor(page: Page, gateway: GatewayClient, assistantId: string) {
    this.page = page;
    this.#gateway = gateway;
    this.#assistantId = assistantId;
  }

  /** Clicks the launcher, and waits for this text. */
  async call(until: string): Promise<void> {
    await this.page.locator('pierce/[part~=launcher]').click();
    await this.reads(until);
  }

  async click(name: string): Promise<void> {
    await this.page.locator(`aria/${name}[role="button"]`).click();
  }

  async type(text: string): Promise<void> {
    await this.page.locator('aria/Message').fill(text);
    await this.click('Send message');
  }

  async reads(text: string): Promise<void> {
    await this.page.waitForFunction(seen, {}, text);
  }

  shows(text: string): Promise<boolean> {
    return this.page.evaluate(seen, text);
  }

  /** The far end sends these frames. */
  async receives(...frames: object[]): Promise<void> {
    const { id } = await this.#gateway.waitFor('call-active', { assistant: this.#assistantId });
    for (const frame of frames) await this.#gateway.send(id, frame);
  }

  /** Breaks the connection while a message is on its way. */
  async losesMessage(text: string): Promise<void> {
    const { id } = await this.#gateway.waitFor('call-active', { assistant: this.#assistantId });
    await this.#gateway.silence(id);
    await this.type(text);
    await this.reads(text);
    await this.#gateway.drop(id);
    await this.reads('Send again');
  }
}

/** In the page. */
function seen(wanted: string): boolean {
  const root = document.querySelector('telnyx-ai-call')?.shadowRoot;
  return root?.querySelector<HTMLElement>('.widget')?.innerText.includes(wanted) ?? false;
}
