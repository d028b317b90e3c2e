// The page object: one <telnyx-ai-call> as a visitor finds it, by role and name, with the gateway's
// side of the same call.

import { nothingOpen, openResources } from './resources.ts';
import { getByRole, queryByRole } from '@testing-library/dom';
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define.ts';
import type {
  CallState,
  TelnyxAiCall,
  TelnyxCallEvent,
  TelnyxCallEventDetails,
  TelnyxCallEventName,
} from '../../src/index.ts';
import { GatewayClient, type WaitFor } from '../gateway/gateway-client.ts';
import type { SessionRecord } from '../gateway/records.ts';
import { controlUrl, gatewayUrl } from './gateway-address.ts';

const eventNames: readonly TelnyxCallEventName[] = [
  'telnyx-call-request',
  'telnyx-call-state',
  'telnyx-call-start',
  'telnyx-call-end',
  'telnyx-call-error',
  'telnyx-conversation',
  'telnyx-mute',
];

/** Short enough for a test, long enough for a busy machine. */
const waitLimitsMs = {
  socket: 3_000,
  login: 2_000,
  registration: 2_000,
  answer: 2_500,
  media: 2_000,
  reconnection: 4_000,
};

let tags = 0;

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

  /** Puts the element for a scenario into the page; a tag keeps the gateway's records of tests apart. */
  static async open(
    scenario: string,
    configuration: Partial<TelnyxAiCall> = {},
    { tag = `${Date.now()}-${tags++}` } = {},
  ): Promise<CallPage> {
    const element = await fixture<TelnyxAiCall>(html`<telnyx-ai-call></telnyx-ai-call>`);
    const assistantId = `${scenario}~${tag}`;
    Object.assign(element, { assistantId, gatewayUrl, iceServers: [], waitLimitsMs }, configuration);
    await element.updateComplete;
    return new CallPage(element);
  }

  get #root(): HTMLElement {
    // The queries want an element; a shadow root has all of one that they use.
    const [widget] = this.element.shadowRoot?.children ?? [];
    if (!(widget instanceof HTMLElement)) throw new Error('Nothing is rendered.');
    return widget;
  }

  button(name: string): HTMLElement {
    return getByRole(this.#root, 'button', { name });
  }

  hasButton(name: string): boolean {
    return queryByRole(this.#root, 'button', { name }) !== null;
  }

  async buttonAppears(name: string): Promise<HTMLElement> {
    await waitUntil(() => this.hasButton(name), `no button "${name}"`, { timeout: 5_000 });
    return this.button(name);
  }

  async click(name: string): Promise<void> {
    (await this.buttonAppears(name)).click();
  }

  /** The text of the panel, as it is seen. */
  get text(): string {
    return this.#root.innerText;
  }

  get announced(): string {
    return this.#root.querySelector('.announcement')?.textContent ?? '';
  }

  async state(...wanted: CallState[]): Promise<void> {
    const reached = () => wanted.includes(this.element.callState);
    await waitUntil(reached, `never ${wanted.join(' or ')}`, { timeout: 12_000 });
    await this.element.updateComplete;
  }

  async startCall(): Promise<void> {
    await this.click('Talk to the assistant');
    await this.state('active');
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

  once<Name extends TelnyxCallEventName>(name: Name): Promise<TelnyxCallEvent<Name>> {
    return new Promise((resolve) => {
      const listen = (event: Event) => resolve(event as TelnyxCallEvent<Name>);
      this.element.addEventListener(name, listen, { once: true });
    });
  }

  /** The gateway's records of this page's calls, oldest first. */
  sessions(): Promise<SessionRecord[]> {
    return this.gateway.sessions(this.element.assistantId);
  }

  gatewayHas(condition: string, options: WaitFor = {}): Promise<SessionRecord> {
    return this.gateway.waitFor(condition, {
      assistant: this.element.assistantId,
      timeoutMs: 8_000,
      ...options,
    });
  }

  /** Nothing of a call is left: no socket, no peer connection, no live microphone, no timer. */
  async everythingReleased(): Promise<void> {
    const released = () => JSON.stringify(openResources()) === JSON.stringify(nothingOpen);
    try {
      await waitUntil(released, 'left open', { timeout: 6_000 });
    } catch {
      throw new Error(`Left open: ${JSON.stringify(openResources())}`);
    }
  }

  /** What the gateway finds stored for the next visit. */
  get stored(): { conversation_id: string; last_used_at: string } | null {
    const text = localStorage.getItem(`telnyx-ai-call:v1:${this.element.assistantId}`);
    return text === null
      ? null
      : (JSON.parse(text) as { conversation_id: string; last_used_at: string });
  }
}
