// Random sequences of events. A call always has a way out, holds at most one session and one microphone, and
// holds nothing when it is over.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CallEngine } from '../../../src/core/call/call-engine.ts';
import { CallError, callErrorCodes } from '../../../src/core/call/call-error.ts';
import {
  type CallEffect,
  type CallEvent,
  transition,
} from '../../../src/core/call/call-machine.ts';
import { type CallModel, type CallPlan, idleCall } from '../../../src/core/call/call-model.ts';
import type { SessionEvent } from '../../../src/core/call/call-session.ts';
import { isOver } from '../../../src/core/call/call-state.ts';
import { defaultWaitLimitsMs, type Wait, waitsOf } from '../../../src/core/call/call-waits.ts';
import { FakePorts, fakeStream } from './fake-ports.ts';

const sequences = 100_000;
const waits = Object.keys(defaultWaitLimitsMs) as Wait[];

const error = fc.constantFrom(...callErrorCodes).map((code) => new CallError(code, 'any'));
const ids = { callControlId: null, callSessionId: null, region: null, dc: null };

const plan: fc.Arbitrary<CallPlan> = fc.record({
  join: fc.constantFrom(
    null,
    { id: 'stored', source: 'stored', lastUsedAtMs: 0 } as const,
    { id: 'demanded', source: 'attribute', lastUsedAtMs: null } as const,
  ),
  afterFailedJoin: fc.constant(false),
  listenOnly: fc.boolean(),
});

const sessionEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.constantFrom<SessionEvent>(
    { type: 'socket-opened' },
    { type: 'logged-in' },
    { type: 'ready' },
    { type: 'answered', ids },
    { type: 'media-flowing' },
    { type: 'assistant-heard' },
    { type: 'connection-dropped' },
    { type: 'conversation-learned', id: 'learned' },
    { type: 'muted', muted: true },
    { type: 'muted', muted: false },
    { type: 'hung-up', cause: 'NORMAL_CLEARING' },
  ),
  error.map((error) => ({ type: 'failed' as const, error })),
  error.map((error) => ({ type: 'refused-for-now' as const, error })),
);

const event: fc.Arbitrary<CallEvent> = fc.oneof(
  { weight: 4, arbitrary: sessionEvent },
  { weight: 2, arbitrary: plan.map((plan) => ({ type: 'start' as const, plan })) },
  fc.constantFrom<CallEvent>(
    { type: 'code-loaded' },
    { type: 'microphone-opened' },
    { type: 'hang-up', by: 'visitor' },
    { type: 'hang-up', by: 'page' },
    { type: 'set-muted', muted: true },
    { type: 'released' },
  ),
  error.map((error) => ({ type: 'cannot-start' as const, error })),
  fc.constantFrom(...waits).map((wait) => ({ type: 'timed-out' as const, wait })),
);

const world = { nowMs: 0, offline: false };

/** Keeps account of what the effects so far have opened. */
class Ledger {
  model: CallModel = idleCall;
  #session = false;
  #microphone = false;
  #dialled = false;

  take(event: CallEvent): void {
    const { model, effects } = transition(this.model, event, world);
    this.model = model;
    for (const effect of effects) this.#book(effect);
    const held = this.#session || this.#microphone;
    assert.equal(held, !isOver(model.state) && model.state !== 'ending', `held in ${model.state}`);
  }

  #book({ type }: CallEffect): void {
    if (type === 'open-session') {
      assert.ok(!this.#session, 'two sessions');
      this.#session = true;
    } else if (type === 'open-microphone') {
      assert.ok(!this.#microphone, 'two microphones');
      this.#microphone = true;
    } else if (type === 'dial') {
      assert.ok(this.#session && !this.#dialled, 'dialled twice, or without a session');
      this.#dialled = true;
    } else if (type === 'release') {
      this.#session = this.#microphone = this.#dialled = false;
    } else {
      assert.ok(this.#session, `${type} without a session`);
    }
  }
}

/** A call in progress is talking or waits for something that ends. In both cases it can be hung up. */
function hasWayOut(model: CallModel): void {
  if (isOver(model.state)) return;
  const talking = model.state === 'active' && model.mediaFlowing;
  assert.ok(talking || waitsOf(model).length > 0, `nothing ends ${model.state}`);
  const next = transition(model, { type: 'hang-up', by: 'visitor' }, world).model;
  assert.equal(next.state, 'ending');
  const last = transition(next, { type: 'timed-out', wait: 'release' }, world).model;
  assert.ok(isOver(last.state), `${last.state} after a hang-up`);
}

describe(`in ${sequences.toLocaleString('en')} random sequences of events`, () => {
  it('a call has a way out after every one, and holds what its state says', () => {
    const property = fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const ledger = new Ledger();
      for (const each of events) {
        ledger.take(each);
        hasWayOut(ledger.model);
      }
    });
    fc.assert(property, { numRuns: sequences });
  });
});

type Happening = (ports: FakePorts, engine: CallEngine) => void;

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: sessionEvent.map(
      (each): Happening =>
        (ports) =>
          ports.emit(each),
    ),
  },
  plan.map(
    (plan): Happening =>
      (_, engine) =>
        engine.dispatch({ type: 'start', plan }),
  ),
  fc.constantFrom<Happening>(
    (ports) => ports.code.resolve(undefined),
    (ports) => ports.microphone.resolve(fakeStream),
    (ports) => ports.code.reject(new Error('404')),
    (ports) => ports.microphone.reject(new Error('denied')),
    (_, engine) => engine.dispatch({ type: 'hang-up', by: 'visitor' }),
    (ports) => ports.sessions.at(-1)?.closed.resolve(undefined),
    (ports) => ports.advance(5_000),
    (ports) => ports.advance(60_000),
  ),
);

describe('in random sequences of what happens around an engine', () => {
  it('nothing is left open, and no timer runs, once it is over', async () => {
    const property = fc.asyncProperty(
      fc.array(happening, { maxLength: 25 }),
      async (happenings) => {
        const ports = new FakePorts();
        // The refusal may come before anybody waits for it.
        for (const { promise } of [ports.code, ports.microphone]) promise.catch(() => undefined);
        const engine = new CallEngine(ports);
        for (const happen of happenings) {
          happen(ports, engine);
          await promisesSettle();
        }
        engine.dispatch({ type: 'hang-up', by: 'page' });
        ports.code.resolve(undefined);
        ports.microphone.resolve(fakeStream);
        await promisesSettle();
        ports.advance(defaultWaitLimitsMs.release);
        await promisesSettle();
        assert.ok(isOver(engine.model.state), engine.model.state);
        assert.equal(ports.openMicrophones, 0);
        assert.equal(ports.pendingTimers, 0);
        for (const { log } of ports.sessions) assert.ok(log.includes('close'), log.join());
      },
    );
    await fc.assert(property, { numRuns: 5_000 });
  });
});

/** Lets promises settle. The engine never waits for more than two in a row. */
async function promisesSettle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
}
