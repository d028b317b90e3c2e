// A page around an attempt to call, without a browser: its handlers do what they are told, the code comes
// when it is told, and behind it stands the engine of a call.

import assert from 'node:assert/strict';
import { CallEngine } from '../../src/core/call/call-engine.ts';
import { isPending } from '../../src/core/call/call-attempt.ts';
import { CallError } from '../../src/core/call/call-error.ts';
import { type CallState, isLive, isOver } from '../../src/core/call/call-state.ts';
import type { TelnyxCallEventDetails, TelnyxCallEventName } from '../../src/contract/events.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Answer, Inquiry } from '../../src/assistant/ask-first.ts';
import type { CallRequest } from '../../src/call/call-request.ts';
import {
  AttemptController,
  type AttemptPorts,
  type CallCode,
} from '../../src/element/attempt-controller.ts';
import { fakeStream, FakePorts } from '../core/call/fake-ports.ts';

/** What a handler of the page does when it is told of an event. */
export type Handling = 'nothing' | 'hang-up' | 'call' | 'remove' | 'prevent' | 'other-assistant';

export const told = ['telnyx-call-request', 'telnyx-call-state', 'telnyx-call-end'] as const;
export type Told = (typeof told)[number];

interface Waiting<Value> {
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: unknown) => void;
}

export class AttemptWorld implements AttemptPorts {
  readonly attempts = new AttemptController(this);
  readonly engine: CallEngine;
  readonly ports = new FakePorts();
  assistant: CallCode | null = null;
  /** What the page does next, by event; done once. */
  readonly handling = new Map<Told, Handling>();
  asks: 'nothing' | 'agreement' | 'choice' = 'nothing';
  readonly fetches: Waiting<CallCode>[] = [];
  readonly questions: Waiting<Answer | null>[] = [];
  readonly states: CallState[] = ['idle'];
  readonly requests: CallRequest[] = [];
  readonly tellings: string[] = [];
  isTelling = false;
  begun = 0;
  ended = 0;
  unlocked = 0;
  pendingCalls = 0;
  #assistantId = 'a';
  #isRequested = false;
  readonly #code: CallCode;

  constructor() {
    for (const { promise } of [this.ports.code, this.ports.microphone]) promise.catch(ignore);
    this.engine = new CallEngine(this.ports);
    this.engine.subscribe((model, previous) => {
      if (model.state === previous.state) return;
      const isEnd = isOver(model.state) && previous.state === 'ending' && !previous.next;
      const detail = { reason: 'page', durationMs: 0, conversationId: null } as const;
      this.attempts.report(model.state, isEnd ? [{ name: 'telnyx-call-end', detail }] : []);
    });
    const { engine } = this;
    this.#code = {
      askFirst: () => new Promise((resolve, reject) => this.questions.push({ resolve, reject })),
      withdrawQuestion: () => this.questions.splice(0).forEach(({ resolve }) => resolve(null)),
      hangUp: async (by) => {
        engine.dispatch({ type: 'hang-up', by });
        await engine.until(({ state }) => isOver(state));
      },
      ended: async () => {
        await engine.until(({ state }) => state !== 'ending');
      },
      start: async (request) => {
        this.requests.push(request);
        const plan = { join: request.join, afterFailedJoin: false, listenOnly: false };
        engine.dispatch({ type: 'start', plan });
        await engine.until(({ state }) => isLive(state) || isOver(state));
      },
    };
  }

  /** A press, or a call of the method. */
  press(): void {
    this.pendingCalls += 1;
    const settled = () => {
      this.pendingCalls -= 1;
    };
    this.attempts.start().then(settled, settled);
  }

  hangUp(by: 'visitor' | 'page'): void {
    void this.attempts.hangUp(by);
  }

  codeArrives(): void {
    this.assistant = this.#code;
    for (const { resolve } of this.fetches.splice(0)) resolve(this.#code);
  }

  codeFails(): void {
    const error = new CallError('load-failed', 'Not there.');
    for (const { reject } of this.fetches.splice(0)) reject(error);
  }

  answer(answer: Answer | null): void {
    const question = this.questions.shift();
    if (question && answer) this.asks = 'nothing';
    question?.resolve(answer);
  }

  takeSettings(): Settings {
    return { assistantId: this.#assistantId, variables: {} } as Settings;
  }

  takeMuted(): boolean {
    return false;
  }

  prepareToLoad(): void {}

  unlockSound(): void {
    this.unlocked += 1;
  }

  inquire({ assistantId }: Settings): Inquiry {
    const join = {
      id: `conversation of ${assistantId}`,
      source: 'stored',
      lastUsedAtMs: 1,
    } as const;
    return {
      mustAsk: this.asks !== 'nothing',
      mustAgree: this.asks === 'agreement',
      mustWait: false,
      hasForm: false,
      resume: 'ask',
      isForCall: true,
      findJoin: () => join,
      agreed: () => undefined,
    };
  }

  fetchCode(): Promise<CallCode> {
    if (this.assistant) return Promise.resolve(this.assistant);
    return new Promise((resolve, reject) => this.fetches.push({ resolve, reject }));
  }

  attemptChanged(): void {
    // Nothing is shown here.
  }

  tell<Name extends TelnyxCallEventName>(
    name: Name,
    detail: TelnyxCallEventDetails[Name],
  ): boolean {
    const wasTelling = this.isTelling;
    this.isTelling = true;
    try {
      return this.#told(name, detail);
    } finally {
      this.isTelling = wasTelling;
    }
  }

  /** What the page does with an event. */
  #told<Name extends TelnyxCallEventName>(
    name: Name,
    detail: TelnyxCallEventDetails[Name],
  ): boolean {
    this.tellings.push('state' in detail ? `${name} ${detail.state}` : name);
    if (name === 'telnyx-call-state')
      this.#stateTold(detail as { state: CallState; previous: CallState });
    if (name === 'telnyx-call-request') this.#isRequested = true;
    if (name === 'telnyx-call-end') this.#endTold();
    const handling = this.handling.get(name as Told) ?? 'nothing';
    this.handling.delete(name as Told);
    if (handling === 'hang-up' || handling === 'remove') this.hangUp('page');
    if (handling === 'call') this.press();
    if (handling === 'other-assistant') this.#assistantId += '+';
    return handling !== 'prevent';
  }

  /** A call that is wanted waits for something that will come, or is asked about. */
  assertNotStuck(): void {
    const { attempt } = this.attempts;
    if (!isPending(attempt)) return;
    const waits = this.fetches.length > 0 || this.questions.length > 0;
    assert.ok(waits, `${attempt.step} for ever, after ${this.states.join(', ')}`);
  }

  /** Everything comes to its end, and a press begins a call again. */
  async assertUsable(settle: () => Promise<void>): Promise<void> {
    this.handling.clear();
    await this.#end(settle);
    const { state } = this.attempts;
    assert.ok(isOver(state), `${state} after ${this.states.join(', ')}`);
    assert.equal(this.pendingCalls, 0, 'a promise of call() that never settles');
    assert.equal(this.begun, this.ended, `begun and ended, after ${this.states.join(', ')}`);
    assert.equal(this.ports.openMicrophones, 0);
    this.asks = 'nothing';
    this.press();
    await settle();
    assert.ok(!isOver(this.attempts.state), `dead after ${this.states.join(', ')}`);
    await this.#end(settle);
    assert.ok(isOver(this.attempts.state));
  }

  async #end(settle: () => Promise<void>): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      this.hangUp('page');
      this.codeArrives();
      this.ports.code.resolve(undefined);
      this.ports.microphone.resolve(fakeStream);
      await settle();
      for (const session of this.ports.sessions) session.closed.resolve(undefined);
      this.ports.advance(60_000);
      await settle();
    }
  }

  /** Of an attempt that was given up in the request's handler, no state tells but the end. */
  #endTold(): void {
    if (this.begun === this.ended) {
      assert.ok(this.#isRequested, `an end too many, after ${this.states.join(', ')}`);
      this.begun += 1;
    }
    this.#isRequested = false;
    this.ended += 1;
  }

  #stateTold({ state, previous }: { state: CallState; previous: CallState }): void {
    assert.equal(previous, this.states.at(-1), 'a state that nobody was told of');
    if (isOver(previous) && !isOver(state)) this.begun += 1;
    this.states.push(state);
  }
}

function ignore(): void {
  // The refusal may come before anybody waits for it.
}
