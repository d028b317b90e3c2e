// Runs a check: looks at the page, then places its calls, one after the other.

import type { TelnyxAiCall } from '../../../src/index.ts';
import type { CheckOptions } from '../check-options.ts';
import type { CallName, CodeNotes, Observations, PageNotes } from '../observations.ts';
import type { SiteNotes } from '../site-notes.ts';
import type { StepId } from '../step-id.ts';
import type { CallNotebook } from './call-notebook.ts';
import type { Desk } from './desk.ts';
import { lookAtPage } from './look-at-page.ts';
import { noAssistant } from './no-assistant.ts';
import { type Attempt, tryCall, type TriedCall } from './try-call.ts';
import { tryChat, tryLookUp } from './try-endpoints.ts';
import { type Prompts, registerTool, tryConversation } from './try-conversation.ts';
import type { WatchedRequests } from './watch-requests.ts';
import type { WatchedSockets } from './watch-sockets.ts';

/** All calls together, so that the whole takes less than three minutes. */
const allCallsLimitMs = 165_000;
/** No call is begun that could not be judged in time. */
const callTimeMs = 15_000;
/** How long a call that joins a conversation must stay up, or the assistant must speak. */
const joinedLimitMs = 10_000;

export interface Scene {
  readonly element: TelnyxAiCall;
  readonly desk: Desk;
  readonly sockets: WatchedSockets;
  readonly requests: WatchedRequests;
  readonly code: CodeNotes;
  readonly prompts: Prompts;
  /** What is seen so far, and which steps nothing more will be seen of. */
  tell(observations: Observations, settled: readonly StepId[]): void;
}

export function runCheck(options: CheckOptions, scene: Scene): Promise<Observations> {
  return new CheckRun(options, scene).run();
}

class CheckRun {
  readonly #options: CheckOptions;
  readonly #scene: Scene;
  readonly #calls = new Map<CallName, CallNotebook>();
  #page: PageNotes | null = null;
  #site: SiteNotes = { lookUp: null, chat: null };
  #callsBeganAtMs = 0;
  #isCutShort = false;

  constructor(options: CheckOptions, scene: Scene) {
    this.#options = options;
    this.#scene = scene;
  }

  async run(): Promise<Observations> {
    this.#scene.prompts.now('Asking for the microphone …');
    this.#page = await lookAtPage();
    this.#tell('browser');
    this.#callsBeganAtMs = performance.now();
    await this.#placeCalls();
    this.#scene.prompts.rest();
    return this.#observations;
  }

  async #placeCalls(): Promise<void> {
    const { assistantId, tool, tokenUrl, destination } = this.#options;
    const { element, sockets, prompts } = this.#scene;
    if (tool !== '') registerTool(element, tool);
    prompts.now('Placing the first call …');
    const first = await this.#call('first', { assistantId });
    this.#tell('code', 'signaling', 'login', 'ready', 'answered');
    if (first.notebook.isActive) {
      const lookedUp = this.#lookUp(first);
      await tryConversation(first, sockets, this.#options, prompts);
      await lookedUp;
    }
    prompts.now('Hanging up …');
    await first.hangUp();
    this.#tell(
      ...(['settings', 'sound-in', 'sound-out', 'trickle-ice', 'assistant-words'] as const),
      ...(['visitor-words', 'typed-text', 'tool', 'conversation-id'] as const),
      ...(['conversation-url', 'support-ids', 'cut-socket', 'hang-up'] as const),
    );

    const conversationId = first.notebook.events('conversation').findLast(({ id }) => id)?.id;
    const wasAnswered = first.notebook.events('start').length > 0;
    if (conversationId && this.#hasTime()) {
      prompts.now('Placing a second call, which should join the first one’s conversation …');
      await this.#join('second', conversationId);
    }
    this.#tell('second-call');
    if (wasAnswered && this.#hasTime()) {
      prompts.now('Placing a call with a made-up conversation, which should be refused …');
      await this.#join('made-up', crypto.randomUUID());
    }
    this.#tell('made-up-id');
    const wasReached = first.notebook.notes.sockets.some(({ openedAtMs }) => openedAtMs !== null);
    if (wasReached && this.#hasTime()) {
      prompts.now('Logging in to an assistant that does not exist, which should be refused …');
      await this.#callAndHangUp('unknown-assistant', { assistantId: noAssistant });
    }
    this.#tell('unknown-assistant');
    if (tokenUrl && destination && this.#hasTime()) {
      prompts.now('Logging in by token …');
      await this.#callAndHangUp('token', { assistantId, byToken: true });
    }
    this.#tell('token-login');
    await this.#tryChat(wasAnswered);
  }

  /** Asks as soon as the call is up, as the widget does. */
  async #lookUp({ notebook }: TriedCall): Promise<void> {
    const ids = notebook.events('start')[0]?.ids;
    if (!ids || this.#options.conversationUrl === '') return;
    const lookUp = await tryLookUp(this.#scene.requests, this.#options, ids);
    this.#site = { ...this.#site, lookUp };
  }

  async #tryChat(canCall: boolean): Promise<void> {
    const { prompts, requests, desk } = this.#scene;
    if (this.#options.chatUrl !== '' && this.#hasTime()) {
      prompts.now('Typing without a call …');
      const chat = await tryChat(requests, this.#options, desk.nowMs);
      this.#site = { ...this.#site, chat };
      if (chat.conversationId !== null && canCall && this.#hasTime()) {
        prompts.now('Placing a call, which should go on where typing stopped …');
        await this.#join('typed', chat.conversationId);
      }
    }
    this.#tell('chat-url', 'chat-history', 'chat-call');
  }

  async #join(name: CallName, conversationId: string): Promise<void> {
    const { assistantId } = this.#options;
    const call = await this.#call(name, { assistantId, conversationId });
    const hasSpoken = () => call.notebook.events('words').some(({ role }) => role === 'assistant');
    if (call.notebook.isActive) await call.until(hasSpoken, joinedLimitMs);
    await call.hangUp();
  }

  async #callAndHangUp(name: CallName, attempt: Partial<Attempt>): Promise<void> {
    await (await this.#call(name, attempt)).hangUp();
  }

  async #call(name: CallName, attempt: Partial<Attempt>): Promise<TriedCall> {
    const { element, desk } = this.#scene;
    const whole = { assistantId: '', conversationId: null, byToken: false, ...attempt };
    const calling = tryCall(element, desk, whole, this.#options, () => this.#timeLeftMs());
    this.#calls.set(name, desk.notebook);
    return calling;
  }

  /** Whether a further call can be tried. */
  #hasTime(): boolean {
    if (this.#timeLeftMs() >= callTimeMs) return true;
    this.#isCutShort = true;
    return false;
  }

  #timeLeftMs(): number {
    return this.#callsBeganAtMs + allCallsLimitMs - performance.now();
  }

  get #observations(): Observations {
    const { gatewayUrl, tool, tokenUrl, destination, conversationUrl, chatUrl } = this.#options;
    const notes = [...this.#calls].map(([name, notebook]) => [name, notebook.notes] as const);
    return {
      page: this.#page,
      code: this.#scene.code,
      calls: Object.fromEntries(notes),
      site: this.#site,
      asked: {
        isTelnyx: gatewayUrl === '',
        tool,
        byToken: tokenUrl !== '' && destination !== '',
        conversation: conversationUrl !== '',
        chat: chatUrl !== '',
      },
      isCutShort: this.#isCutShort,
    };
  }

  #tell(...settled: StepId[]): void {
    this.#scene.tell(this.#observations, settled);
  }
}
