// The page object: one <telnyx-ai-call>, found by role and name as a visitor finds it, and the gateway's side
// of the same call.

import { nothingOpen, openResources, originsOfTimers } from './resources.ts';
import { fixture, html } from '@open-wc/testing';
import { computeAccessibleName } from 'dom-accessibility-api';
import '../../src/define.ts';
import type {
  CallState,
  TelnyxAiCall,
  TelnyxCallEventDetails,
  TelnyxCallEventName,
} from '../../src/index.ts';
import { toName } from '../../src/core/dialogue/assistant-name.ts';
import { GatewayClient, type WaitFor } from '../../gateway/gateway-client.ts';
import type { SessionRecord } from '../../gateway/records.ts';
import { controlUrl, gatewayUrl } from './gateway-address.ts';
import { until } from './until.ts';

const eventNames: readonly TelnyxCallEventName[] = [
  'telnyx-call-request',
  'telnyx-call-state',
  'telnyx-call-start',
  'telnyx-call-end',
  'telnyx-call-error',
  'telnyx-conversation',
  'telnyx-transcript',
  'telnyx-tool-call',
  'telnyx-feedback',
  'telnyx-mute',
  'telnyx-latency',
  'telnyx-invite',
  'telnyx-dismiss',
  'telnyx-panel',
  'telnyx-consent',
];

/** Short limits, for tests of what happens when a wait is over. All other tests use the usual limits. */
export const impatient = {
  waitLimitsMs: {
    socket: 4_000,
    login: 3_000,
    registration: 3_000,
    answer: 3_000,
    media: 4_000,
    reconnection: 5_000,
  },
};

function newTag(): string {
  return crypto.randomUUID();
}

export class CallPage {
  readonly element: TelnyxAiCall;
  readonly gateway = new GatewayClient(controlUrl);
  readonly #events: { name: TelnyxCallEventName; detail: unknown }[] = [];

  private constructor(element: TelnyxAiCall) {
    this.element = element;
    for (const name of eventNames) {
      element.addEventListener(name, ({ detail }) => this.#events.push({ name, detail }));
    }
  }

  /**
   * Puts the element for a scenario into the page; a tag keeps the gateway's records of tests apart.
   * Without `codeAhead`, all code comes when the element asks for it.
   */
  static async open(
    scenario: string,
    configuration: Partial<TelnyxAiCall> = {},
    { tag = newTag(), codeAhead = true } = {},
  ): Promise<CallPage> {
    const element = await fixture<TelnyxAiCall>(html`<telnyx-ai-call></telnyx-ai-call>`);
    const assistantId = `${scenario}~${tag}`;
    Object.assign(element, { assistantId, gatewayUrl, iceServers: [] }, configuration);
    await element.updateComplete;
    // So that a call is whole as soon as it is up.
    if (codeAhead) {
      await Promise.all([
        import('../../src/panel/panel-controller.ts'),
        import('../../src/panel/dialogue/dialogue-panel.ts'),
        import('../../src/panel/dialogue/sound-panel.ts'),
        import('../../src/panel/reach/reach-panel.ts'),
        import('../../src/call/answered-call.ts'),
        import('../../src/core/dialogue/reduce-dialogue.ts'),
        import('../../src/telnyx/read-assistant-events.ts'),
      ]);
    }
    return new CallPage(element);
  }

  get #widget(): HTMLElement {
    const widget = this.element.shadowRoot?.querySelector<HTMLElement>('.widget');
    if (!widget) throw new Error('Nothing is rendered.');
    return widget;
  }

  /** The names of the buttons that can be reached, in their order. */
  get buttons(): string[] {
    return this.#visibleButtons.map((button) => computeAccessibleName(button));
  }

  get #visibleButtons(): HTMLButtonElement[] {
    const buttons = this.#widget.querySelectorAll('button');
    return [...buttons].filter((button) => button.checkVisibility());
  }

  /** The link with this name that can be reached. */
  link(name: string): HTMLAnchorElement {
    const links = [...this.#widget.querySelectorAll('a')];
    const link = links.find(
      (each) => each.checkVisibility() && computeAccessibleName(each) === name,
    );
    if (!link) throw new Error(`No link "${name}" in: ${this.text}`);
    return link;
  }

  /** The names of the links that can be reached. */
  get links(): string[] {
    const links = [...this.#widget.querySelectorAll('a')];
    return links
      .filter((each) => each.checkVisibility())
      .map((each) => computeAccessibleName(each));
  }

  async linkAppears(name: string): Promise<HTMLAnchorElement> {
    await until(
      () => this.links.includes(name),
      () => `No link "${name}" among: ${this.links.join(', ')}`,
    );
    return this.link(name);
  }

  button(name: string): HTMLButtonElement {
    const button = this.#visibleButtons.find((each) => computeAccessibleName(each) === name);
    if (!button) throw new Error(`No button "${name}" among: ${this.buttons.join(', ')}`);
    return button;
  }

  hasButton(name: string): boolean {
    return this.buttons.includes(name);
  }

  async buttonAppears(name: string): Promise<HTMLButtonElement> {
    await until(
      () => this.hasButton(name),
      () => `No button "${name}" among: ${this.buttons.join(', ')}`,
    );
    return this.button(name);
  }

  async click(name: string): Promise<void> {
    (await this.buttonAppears(name)).click();
  }

  /** The visible text of the panel. */
  get text(): string {
    return this.#widget.innerText;
  }

  async reads(text: string): Promise<void> {
    await until(
      () => this.text.includes(text),
      () => `never "${text}" in: ${this.text}`,
    );
  }

  find(selector: string): HTMLElement {
    const found = this.#widget.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`No ${selector} in: ${this.text}`);
    return found;
  }

  has(selector: string): boolean {
    return this.#widget.querySelector(selector) !== null;
  }

  /** The text box, radio button or file picker with this name. */
  field(name: string): HTMLInputElement | HTMLTextAreaElement {
    const fields = this.#widget.querySelectorAll<HTMLInputElement>('input, textarea');
    const field = [...fields].find((each) => computeAccessibleName(each) === name);
    if (!field) throw new Error(`No field "${name}" in: ${this.text}`);
    return field;
  }

  hasField(name: string): boolean {
    const fields = [...this.#widget.querySelectorAll('input, textarea')];
    return fields.some((each) => computeAccessibleName(each) === name);
  }

  type(text: string, name = 'Message'): void {
    const field = this.field(name);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  async sendMessage(text: string): Promise<void> {
    this.type(text);
    await this.click('Send message');
  }

  async chooseInMenu(name: string): Promise<void> {
    await this.click('More');
    await this.click(name);
  }

  /** The lines of the log: who said what, and the remarks about it. */
  get lines(): string[] {
    const entries = this.#widget.querySelectorAll<HTMLElement>('[role="log"] [part="entry"]');
    return [...entries].map((entry) => entry.innerText.trim().replace(/\s+/g, ' '));
  }

  /** What a screen reader announces of the conversation. */
  get readOut(): string {
    return this.find('[aria-live="polite"]').textContent.trim();
  }

  /** The far end sends these params in `ai_conversation` frames. */
  async receives(...frames: object[]): Promise<void> {
    const session = await this.gatewayHas('call-active');
    for (const frame of frames) await this.gateway.send(session.id, frame);
  }

  get announced(): string {
    return this.#widget.querySelector('[role="status"]')?.textContent ?? '';
  }

  async state(...wanted: CallState[]): Promise<void> {
    await until(
      () => wanted.includes(this.element.callState),
      () =>
        `never ${wanted.join(' or ')} after ${this.states.join(', ')}: ${JSON.stringify(this.details('telnyx-call-error'))}`,
    );
    await this.element.updateComplete;
  }

  /** Clicks the button that starts a call. After a call, that button is in the open panel. */
  async startCall(): Promise<void> {
    const isOver = this.hasButton('Call again');
    const name = toName(this.element.assistantName) || 'the assistant';
    await this.click(isOver ? 'Call again' : `Talk to ${name}`);
    await this.state('active');
    await this.isWhole();
  }

  /**
   * Waits until the first sound and what comes with it are there: transcript, menu and composer. If nothing
   * of that is to come, it does not wait.
   */
  async isWhole(): Promise<void> {
    const { element } = this;
    await until(
      () =>
        element.noText ||
        element.callState !== 'active' ||
        this.hasButton('Expand') ||
        this.hasField('Message'),
      () => `no composer in: ${this.text}`,
    );
  }

  async endCall(): Promise<void> {
    await this.click('End call');
    await this.state('ended', 'failed');
  }

  details<Name extends TelnyxCallEventName>(wanted: Name): TelnyxCallEventDetails[Name][] {
    return this.#events
      .filter(({ name }) => name === wanted)
      .map(({ detail }) => detail as TelnyxCallEventDetails[Name]);
  }

  get states(): CallState[] {
    return this.details('telnyx-call-state').map(({ state }) => state);
  }

  once<Name extends TelnyxCallEventName>(name: Name): Promise<HTMLElementEventMap[Name]> {
    return new Promise((resolve) => {
      const listen = (event: HTMLElementEventMap[Name]) => resolve(event);
      this.element.addEventListener(name, listen, { once: true });
    });
  }

  /** The gateway's records of this page's sessions, oldest first. */
  sessions(): Promise<SessionRecord[]> {
    return this.gateway.sessions(this.element.assistantId);
  }

  gatewayHas(condition: string, options: WaitFor = {}): Promise<SessionRecord> {
    return this.gateway.waitFor(condition, {
      assistant: this.element.assistantId,
      timeoutMs: 20_000,
      ...options,
    });
  }

  /**
   * Waits until nothing of a call is left: no socket, no peer connection, no live microphone, no context, no
   * timer.
   */
  async everythingReleased(): Promise<void> {
    const released = () => JSON.stringify(openResources()) === JSON.stringify(nothingOpen);
    const complaint = () =>
      [`Left open: ${JSON.stringify(openResources())}`, ...originsOfTimers()].join('\n');
    await until(released, complaint);
  }

  /** The stored record of the conversation, which the next visit would find. */
  get stored(): { conversation_id: string; last_used_at: string } | null {
    const text = localStorage.getItem(`telnyx-ai-call:v1:${this.element.assistantId}`);
    return text === null
      ? null
      : (JSON.parse(text) as { conversation_id: string; last_used_at: string });
  }
}
