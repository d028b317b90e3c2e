// Pursues the wish for a call: asks the visitor and the page, fetches the code, and hands over to the call.
// Knows no DOM, so that it can be tried in any order of events.

import type { Assistant } from '../assistant/assistant.ts';
import type { Answer, Inquiry } from '../assistant/ask-first.ts';
import type { TelnyxCallEventDetails, TelnyxCallEventName } from '../contract/events.ts';
import type { Settings } from '../contract/settings.ts';
import type { EndedBy, News, StartOptions } from '../contract/widget-port.ts';
import {
  type AttemptEvent,
  type CallAttempt,
  callStateOf,
  isPending,
  noAttempt,
  reduceAttempt,
  settledBefore,
} from '../core/call/call-attempt.ts';
import { CallError } from '../core/call/call-error.ts';
import type { Join } from '../core/call/call-model.ts';
import type { Variables } from '../core/call/custom-headers.ts';
import { type CallState, isLive, isOver } from '../core/call/call-state.ts';
import { steadyMs } from '../platform/schedule.ts';
import { AbortController } from './built-ins.ts';

/** What an attempt needs of the lazy code. */
export type CallCode = Pick<
  Assistant,
  'askFirst' | 'ended' | 'hangUp' | 'start' | 'withdrawQuestion'
>;

export interface AttemptPorts {
  /** Something is about to be fetched. */
  prepareToLoad(): void;
  takeSettings(): Settings;
  /** Whether the call that begins now was muted ahead. */
  takeMuted(): boolean;
  /** Called within the press. */
  unlockSound(): void;
  inquire(settings: Settings, isForCall: boolean, startOver: boolean): Inquiry;
  /** The code, if it is there already. */
  readonly assistant: CallCode | null;
  /**
   * Rejects with a `CallError` when the code does not come in time.
   * @param withPanel waits for the panel, too.
   */
  fetchCode(settings: Settings, withPanel?: boolean): Promise<CallCode>;
  /** @returns whether the page lets it go on. */
  tell<Name extends TelnyxCallEventName>(name: Name, detail: TelnyxCallEventDetails[Name]): boolean;
  /** Whether a handler of the page is at work. */
  readonly isTelling: boolean;
  /** The attempt has come to another step. */
  attemptChanged(): void;
}

export class AttemptController {
  readonly #ports: AttemptPorts;
  #attempt = noAttempt;
  /** What is wanted now. Once it is given up, whatever comes of it later is ignored. */
  wish = new AbortController();
  #pursued: Promise<void> = Promise.resolve();
  /** Settles once the call of an earlier page is taken up, or is known to be gone. */
  restored: Promise<void> | null = null;

  constructor(ports: AttemptPorts) {
    this.#ports = ports;
  }

  get attempt(): CallAttempt {
    return this.#attempt;
  }

  get state(): CallState {
    return callStateOf(this.#attempt);
  }

  /**
   * Must be called in the visitor's press, if there is one: browsers let sound play later if it was
   * unlocked before anything else, above all before anything is awaited.
   */
  async start(options: StartOptions = {}): Promise<void> {
    if (!isLive(this.state)) this.#ports.unlockSound();
    const { signal } = this.wish;
    // A handler of the page may start a call: the events of the change that it was told of come first.
    while (this.#ports.isTelling) await Promise.resolve();
    if (this.restored) await this.restored;
    if (this.state === 'ending') await this.#ports.assistant?.ended();
    // Not by `throwIfAborted`, which a page may have broken: this stands before what ends a press in a state.
    if (signal.aborted) throw signal.reason;
    // From a handler that is asked about this very attempt.
    if (isPending(this.#attempt)) await Promise.resolve();
    else if (isOver(this.state)) this.#pursued = this.#pursue(options);
    return this.#pursued;
  }

  /** @param restore takes up the call of an earlier page; it is told when nobody wants that any more. */
  restore(restore: (signal: AbortSignal) => Promise<void>): void {
    this.restored = restore(this.wish.signal).finally(() => {
      this.restored = null;
    });
  }

  async hangUp(by: EndedBy): Promise<void> {
    this.#giveUp();
    if (isPending(this.#attempt)) this.#end({ type: 'given-up' }, by);
    else await this.#ports.assistant?.hangUp(by);
  }

  /** The call has come to another state. */
  report(state: CallState, news: readonly News[]): void {
    this.#dispatch({ type: 'call-changed', state }, news);
  }

  /** Whatever goes wrong before the call takes over ends the attempt. So every press has an outcome. */
  async #pursue(options: StartOptions): Promise<void> {
    const { signal } = (this.wish = new AbortController());
    const before = this.#attempt;
    try {
      await this.#begin(options, signal);
    } catch (thrown) {
      const error = CallError.from(thrown);
      if (!signal.aborted && (this.#attempt === before || this.#attempt.step !== 'calling')) {
        console.error('<telnyx-ai-call>', error);
        this.#end({ type: 'load-failed', error }, 'error');
      }
      throw error;
    }
  }

  async #begin(options: StartOptions, signal: AbortSignal): Promise<void> {
    this.#ports.prepareToLoad();
    const settings = this.#ports.takeSettings();
    const { startOver = false, ...how } = options;
    const inquiry = this.#ports.inquire(settings, true, startOver);
    const { mustAsk } = inquiry;
    const { join, values }: Answer = mustAsk
      ? await this.#ask(inquiry, settings, signal)
      : { join: inquiry.findJoin() };
    const pressedAtMs = steadyMs();
    const variables = this.#askPage({ ...settings.variables, ...values }, join, signal);
    // Where the code is there, the call goes before anything is rendered.
    const code = this.#ports.assistant ?? (await this.#ports.fetchCode(settings));
    signal.throwIfAborted();
    const muted = this.#ports.takeMuted();
    const request = { settings, join, variables, muted, ...how, pressedAtMs };
    return code.start(request, { hasHeadStart: !mustAsk });
  }

  /** Which conversation it is, and whether the visitor agrees. */
  async #ask(inquiry: Inquiry, settings: Settings, signal: AbortSignal): Promise<Answer> {
    const mustWait = inquiry.mustAgree || inquiry.mustWait;
    this.#dispatch({ type: mustWait ? 'agreeing' : 'choosing' });
    signal.throwIfAborted();
    const code = await this.#ports.fetchCode(settings, true);
    signal.throwIfAborted();
    const answer = await code.askFirst(inquiry, signal);
    signal.throwIfAborted();
    if (answer) return answer;
    this.#end({ type: 'given-up' }, 'visitor');
    throw signal.reason;
  }

  /** @returns the variables, which the page may have edited. */
  #askPage(variables: Variables, join: Join | null, signal: AbortSignal): Variables {
    const request = { variables, conversationId: join?.id ?? null };
    this.#attempt = reduceAttempt(this.#attempt, { type: 'requested' });
    const isAllowed = this.#ports.tell('telnyx-call-request', request);
    signal.throwIfAborted();
    if (!isAllowed) {
      this.#end({ type: 'prevented' }, 'page');
      throw signal.reason;
    }
    this.#dispatch({ type: 'loading' });
    signal.throwIfAborted();
    return request.variables;
  }

  /** The attempt ends before there is a call. */
  #end(
    event: Extract<AttemptEvent, { type: 'prevented' | 'given-up' | 'load-failed' }>,
    reason: EndedBy | 'error',
  ): void {
    this.#giveUp();
    // The page is told of the end of an attempt only if the attempt had changed what it could see.
    const hasEnded = reduceAttempt(this.#attempt, event) !== settledBefore(this.#attempt);
    const detail = { reason, durationMs: 0, conversationId: null };
    const news: News[] = hasEnded ? [{ name: 'telnyx-call-end', detail }] : [];
    if (event.type === 'load-failed')
      news.push({ name: 'telnyx-call-error', detail: event.error.toDetail() });
    this.#dispatch(event, news);
  }

  /** After each wait, and after each handler of the page, the attempt looks whether it was given up. */
  #giveUp(): void {
    this.wish.abort(new CallError('unexpected', 'Given up.'));
    this.wish = new AbortController();
    this.#ports.assistant?.withdrawQuestion();
  }

  #dispatch(event: AttemptEvent, news: readonly News[] = []): void {
    const previous = this.state;
    this.#attempt = reduceAttempt(this.#attempt, event);
    const { state } = this;
    this.#ports.attemptChanged();
    if (state !== previous) this.#ports.tell('telnyx-call-state', { state, previous });
    for (const { name, detail } of news) this.#ports.tell(name, detail);
  }
}
