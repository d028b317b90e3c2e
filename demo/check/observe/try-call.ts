// Places one call through the public element, and ends it.

import type { TelnyxAiCall } from '../../../src/index.ts';
import type { CheckOptions } from '../check-options.ts';
import type { CallNotebook } from './call-notebook.ts';
import type { Desk } from './desk.ts';

/** The element's own waits before a call is up: socket, login, registration, answer. */
const callLimitMs = 45_000;
const hangUpLimitMs = 10_000;
const socketLimitMs = 3_000;

export interface Attempt {
  readonly assistantId: string;
  readonly conversationId: string | null;
  readonly byToken: boolean;
}

export class TriedCall {
  readonly notebook: CallNotebook;
  readonly element: TelnyxAiCall;
  readonly #timeLeftMs: () => number;

  constructor(element: TelnyxAiCall, notebook: CallNotebook, timeLeftMs: () => number) {
    this.element = element;
    this.notebook = notebook;
    this.#timeLeftMs = timeLeftMs;
  }

  /** Whether it became true while the call was there. */
  async until(isTrue: () => boolean, limitMs: number): Promise<boolean> {
    const limit = Math.min(limitMs, this.#timeLeftMs());
    await this.notebook.until(() => isTrue() || this.notebook.isOver, limit);
    return isTrue();
  }

  async hangUp(): Promise<void> {
    const { notebook, element } = this;
    if (!notebook.isOver) {
      notebook.mark('hanging-up');
      const hungUp = element.hangUp().then(
        () => notebook.mark('hung-up'),
        () => undefined,
      );
      const limit = notebook.until(() => false, hangUpLimitMs);
      await Promise.race([hungUp, limit]);
    }
    await notebook.until(() => notebook.openSockets === 0, socketLimitMs);
    notebook.mark('done');
  }
}

/** Resolves when the call is up, or is over. */
export async function tryCall(
  element: TelnyxAiCall,
  desk: Desk,
  attempt: Attempt,
  options: CheckOptions,
  timeLeftMs: () => number,
): Promise<TriedCall> {
  const { assistantId, conversationId, byToken } = attempt;
  setUp(element, options);
  element.assistantId = assistantId;
  element.tokenUrl = byToken ? options.tokenUrl : '';
  element.destination = byToken ? options.destination : '';
  element.conversationId = conversationId ?? '';
  const notebook = desk.open(conversationId);
  const call = new TriedCall(element, notebook, timeLeftMs);
  element.call().catch(() => undefined);
  await call.until(() => notebook.isActive, callLimitMs);
  return call;
}

/** Sets the element up for the assistant that the form names. */
export function setUp(element: TelnyxAiCall, options: CheckOptions): void {
  element.assistantId = options.assistantId;
  element.assistantVersion = options.assistantVersion;
  element.region = options.region;
  element.gatewayUrl = options.gatewayUrl;
  element.iceServers = isNear(options.gatewayUrl) ? [] : null;
  element.conversationUrl = options.conversationUrl;
  element.waitLimitsMs = limitsFor(options.patienceMs);
  // The check neither reads nor writes the conversation that a visitor of this page may have had.
  element.resume = 'off';
}

/** Patience shortens the element's own waits, too. */
function limitsFor(patienceMs: number): TelnyxAiCall['waitLimitsMs'] {
  const step = Math.min(patienceMs, 10_000);
  return { socket: step, login: step, registration: step, answer: Math.min(patienceMs, 20_000) };
}

/** The demo's own gateway, and one on this machine, are reached without a STUN or TURN server. */
function isNear(url: string): boolean {
  const own = document.querySelector<HTMLMetaElement>('meta[name="gateway-url"]')?.content;
  if (url !== '' && url === own) return true;
  return URL.canParse(url) && /^(127\.|localhost$|\[::1\]$)/.test(new URL(url).hostname);
}
