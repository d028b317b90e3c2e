import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CallError } from '../../../src/core/call/call-error.ts';
import type { CallPlan } from '../../../src/core/call/call-model.ts';
import { defaultWaitLimitsMs } from '../../../src/core/call/call-waits.ts';
import {
  assertLetGo,
  type Call,
  demandedCall,
  errorCodeOf,
  finishClosing,
  freshCall,
  reach,
  steps,
  storedCall,
} from './engine-call.ts';
import { settle } from './fake-ports.ts';

describe('a login that is refused for now', () => {
  const refusal = { type: 'refused-for-now', error: new CallError('login-refused', '') } as const;
  const pauseMs = defaultWaitLimitsMs.pause;

  async function refusedTwice(plan: CallPlan): Promise<Call> {
    const call = await reach('socket open', plan);
    for (let times = 0; times < 2; times += 1) {
      call.ports.emit(refusal);
      assert.equal(call.engine.model.state, 'connecting');
      const refused = call.ports.session;
      call.ports.advance(pauseMs);
      refused.closed.resolve(undefined);
      await settle();
      assert.notEqual(call.ports.session, refused);
    }
    return call;
  }

  it('is tried again with the same plan, over new sessions, twice', async () => {
    const call = await refusedTwice(storedCall);
    const logs = call.ports.sessions.map(({ log }) => log);
    assert.deepEqual(logs, [['connect', 'close'], ['connect', 'close'], ['connect']]);
    for (const each of ['logged in', 'ready', 'answered'] as const) steps[each](call);
    assert.equal(call.engine.model.state, 'active');
    assert.deepEqual(call.states, ['preparing', 'connecting', 'active']);
    assert.deepEqual(call.ports.plans, [storedCall, storedCall, storedCall]);
    assert.equal(call.ports.dropped, 0);
  });

  for (const plan of [freshCall, storedCall, demandedCall]) {
    it(`fails the third time, and drops no conversation: ${plan.join?.source ?? 'none'}`, async () => {
      const call = await refusedTwice(plan);
      call.ports.emit(refusal);
      await finishClosing(call);
      assert.equal(errorCodeOf(call), 'login-refused');
      assert.equal(call.ports.plans.length, 3);
      assert.equal(call.ports.dropped, 0);
      assertLetGo(call);
    });
  }

  it('dials nothing over the session that was refused, whatever it says then', async () => {
    const call = await reach('ready');
    call.ports.emit(refusal);
    for (const each of ['connection dropped', 'socket open', 'logged in', 'ready'] as const)
      steps[each](call);
    assert.deepEqual(call.ports.session.log, ['connect', 'dial']);
    assert.equal(call.engine.model.state, 'connecting');
  });

  it('keeps to the limit of one login, pauses included', async () => {
    const call = await reach('socket open');
    call.ports.advance(defaultWaitLimitsMs.login - pauseMs - 1);
    call.ports.emit(refusal);
    call.ports.advance(pauseMs);
    call.ports.session.closed.resolve(undefined);
    await settle();
    assert.equal(call.engine.model.state, 'connecting');
    call.ports.advance(1);
    await finishClosing(call);
    assert.equal(errorCodeOf(call), 'gateway-unreachable');
    assertLetGo(call);
  });

  it('can be hung up in the pause, and while the session is replaced', async () => {
    for (const waitedMs of [0, pauseMs]) {
      const call = await reach('socket open');
      call.ports.emit(refusal);
      call.ports.advance(waitedMs);
      call.engine.dispatch({ type: 'hang-up', by: 'visitor' });
      await finishClosing(call);
      assert.equal(call.engine.model.state, 'ended');
      assert.equal(call.ports.sessions.length, 1);
      assertLetGo(call);
    }
  });

  it('means nothing to a call that is up, or reconnecting', async () => {
    for (const step of ['media flowing', 'connection dropped'] as const) {
      const call = await reach(step, storedCall);
      const { model } = call.engine;
      call.ports.emit(refusal);
      assert.equal(call.engine.model, model);
    }
  });

  it('for good fails at once, and drops no conversation', async () => {
    const call = await reach('socket open', storedCall);
    call.ports.emit({ type: 'failed', error: refusal.error });
    await finishClosing(call);
    assert.equal(errorCodeOf(call), 'login-refused');
    assert.equal(call.ports.plans.length, 1);
    assertLetGo(call);
  });
});
