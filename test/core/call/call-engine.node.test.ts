import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CallEngine, type CallPorts } from '../../../src/core/call/call-engine.ts';
import { CallError } from '../../../src/core/call/call-error.ts';
import { defaultWaitLimitsMs, errorAfterWait } from '../../../src/core/call/call-waits.ts';
import {
  allSteps,
  assertLetGo,
  begin,
  type Call,
  demandedCall,
  errorCodeOf,
  finishClosing,
  freshCall,
  ids,
  reach,
  type Step,
  steps,
  storedCall,
} from './engine-call.ts';
import { FakePorts, fakeStream, settle } from './fake-ports.ts';

describe('a call that goes well', () => {
  it('passes through its states, dials once, and ends when it is let go', async () => {
    const call = await reach('media flowing');
    assert.deepEqual(call.ports.session.log, ['connect', 'dial']);
    assert.equal(call.ports.pendingTimers, 0);
    call.ports.advance(5_000);
    call.engine.dispatch({ type: 'hang-up', by: 'visitor' });
    assert.equal(
      call.ports.openMicrophones,
      0,
      'the microphone goes off before anything is awaited',
    );
    await finishClosing(call);
    assert.deepEqual(call.states, ['preparing', 'connecting', 'active', 'ending', 'ended']);
    assert.deepEqual(call.engine.model, {
      state: 'ended',
      outcome: { reason: 'visitor', durationMs: 5_000, answered: true, error: null },
    });
    assertLetGo(call);
  });

  it('waits for the microphone when the link is ready first', async () => {
    const call = begin();
    await steps['code fetched'](call);
    call.ports.emit({ type: 'ready' });
    assert.equal(call.engine.model.state, 'preparing');
    assert.deepEqual(call.ports.session.log, ['connect']);
    await steps['microphone open'](call);
    assert.deepEqual(call.ports.session.log, ['connect', 'dial']);
  });

  it('dials once, however often the link is said to be ready', async () => {
    const call = await reach('ready');
    call.ports.emit({ type: 'ready' });
    call.ports.emit({ type: 'ready' });
    assert.deepEqual(call.ports.session.log, ['connect', 'dial']);
  });

  it('is told of muting by the session, never beforehand', async () => {
    const call = await reach('media flowing');
    call.engine.dispatch({ type: 'set-muted', muted: true });
    assert.equal('muted' in call.engine.model && call.engine.model.muted, false);
    call.ports.emit({ type: 'muted', muted: true });
    assert.equal('muted' in call.engine.model && call.engine.model.muted, true);
  });

  it('comes back from a dropped connection', async () => {
    const call = await reach('connection dropped');
    assert.equal(call.engine.model.state, 'reconnecting');
    call.ports.emit({ type: 'answered', ids });
    assert.equal(call.engine.model.state, 'active');
    assert.equal(call.ports.pendingTimers, 0);
  });
});

describe('every step', () => {
  for (const step of [null, ...allSteps]) {
    it(`can be hung up: ${step ?? 'just clicked'}`, async () => {
      const call = await reach(step);
      call.engine.dispatch({ type: 'hang-up', by: 'visitor' });
      // Answers that were pending arrive late.
      call.ports.code.resolve(undefined);
      call.ports.microphone.resolve(fakeStream);
      await settle();
      await finishClosing(call);
      assert.equal(call.engine.model.state, 'ended');
      assertLetGo(call);
    });

    it(`can fail: ${step ?? 'just clicked'}`, async () => {
      const call = await reach(step);
      call.ports.emit({ type: 'failed', error: new CallError('unexpected', 'test') });
      call.ports.code.resolve(undefined);
      call.ports.microphone.resolve(fakeStream);
      await settle();
      await finishClosing(call);
      assert.equal(call.engine.model.state, 'failed');
      assertLetGo(call);
    });
  }
});

describe('every wait has an end', () => {
  const waits: [keyof typeof errorAfterWait, Step | null][] = [
    ['code', null],
    ['microphone', 'code fetched'],
    ['socket', 'microphone open'],
    ['login', 'socket open'],
    ['registration', 'logged in'],
    ['answer', 'ready'],
    ['media', 'answered'],
    ['reconnection', 'connection dropped'],
  ];
  for (const [wait, step] of waits) {
    it(`${wait}: ${errorAfterWait[wait]}`, async () => {
      const call = await reach(step);
      // The microphone has the longest limit. So the other waits of that step must be met first.
      if (wait === 'microphone') call.ports.emit({ type: 'ready' });
      call.ports.advance(defaultWaitLimitsMs[wait] - 1);
      assert.ok(!['ending', 'failed'].includes(call.engine.model.state), 'ended too early');
      call.ports.advance(1);
      await finishClosing(call);
      assert.equal(call.engine.model.state, 'failed');
      assert.equal(errorCodeOf(call), errorAfterWait[wait]);
    });
  }

  it('release: a goodbye that is never answered is left behind', async () => {
    const call = await reach('media flowing');
    call.engine.dispatch({ type: 'hang-up', by: 'visitor' });
    call.ports.advance(defaultWaitLimitsMs.release);
    assert.equal(call.engine.model.state, 'ended');
    assertLetGo(call);
  });

  it('a late goodbye does not touch the next call', async () => {
    const call = await reach('media flowing');
    call.engine.dispatch({ type: 'hang-up', by: 'visitor' });
    call.ports.advance(defaultWaitLimitsMs.release);
    call.engine.dispatch({ type: 'start', plan: freshCall });
    call.engine.dispatch({ type: 'hang-up', by: 'visitor' });
    await finishClosing(call);
    assert.equal(call.engine.model.state, 'ended');
    assertLetGo(call);
  });
});

describe('a conversation that cannot be joined', () => {
  const signs: [string, Step, (call: Call) => void][] = [
    [
      'a bye before the answer',
      'ready',
      ({ ports }) => ports.emit({ type: 'hung-up', cause: null }),
    ],
    [
      'a bye after it, without a word',
      'media flowing',
      ({ ports }) => ports.emit({ type: 'hung-up', cause: null }),
    ],
    [
      'a refused invite',
      'ready',
      ({ ports }) => ports.emit({ type: 'failed', error: new CallError('call-rejected', '') }),
    ],
    ['no answer at all', 'ready', ({ ports }) => ports.advance(defaultWaitLimitsMs.answer)],
  ];
  for (const [name, step, happens] of signs) {
    it(`${name}: one fresh call, and the stored id goes when that is up`, async () => {
      const call = await reach(step, storedCall);
      happens(call);
      await finishClosing(call);
      assert.deepEqual(call.ports.plans.at(-1), {
        ...freshCall,
        afterFailedJoin: true,
      });
      assert.equal(call.ports.dropped, 0);
      for (const each of ['socket open', 'logged in', 'ready', 'answered'] as const) {
        steps[each](call);
      }
      assert.equal(call.engine.model.state, 'active');
      assert.equal(call.ports.dropped, 1);
    });

    it(`${name}: an id that the page demands ends in conversation-gone`, async () => {
      const call = await reach(step, demandedCall);
      happens(call);
      await finishClosing(call);
      assert.equal(call.ports.plans.length, 1);
      assert.equal(errorCodeOf(call), 'conversation-gone');
    });
  }

  it('is tried once only: when the fresh call fails too, the id is kept', async () => {
    const call = await reach('ready', storedCall);
    call.ports.emit({ type: 'hung-up', cause: null });
    await finishClosing(call);
    call.ports.emit({ type: 'failed', error: new CallError('call-rejected', '') });
    await finishClosing(call);
    assert.equal(call.engine.model.state, 'failed');
    assert.equal(call.ports.plans.length, 2);
    assert.equal(call.ports.dropped, 0);
  });

  it('is ruled out once the assistant has said a word', async () => {
    const call = await reach('media flowing', storedCall);
    call.ports.emit({ type: 'assistant-heard' });
    call.ports.emit({ type: 'hung-up', cause: null });
    await finishClosing(call);
    assert.equal(call.engine.model.state, 'ended');
  });

  it('can be given up by the visitor while the fresh call is being made', async () => {
    const call = await reach('ready', storedCall);
    call.ports.emit({ type: 'hung-up', cause: null });
    call.engine.dispatch({ type: 'hang-up', by: 'visitor' });
    await finishClosing(call);
    assert.equal(call.engine.model.state, 'ended');
    assert.equal(call.ports.plans.length, 1);
    assertLetGo(call);
  });
});

describe('an event that means nothing in a state', () => {
  const meaningless = [
    { type: 'ready' },
    { type: 'answered', ids },
    { type: 'media-flowing' },
    { type: 'hung-up', cause: null },
    { type: 'hang-up', by: 'visitor' },
    { type: 'released' },
    { type: 'set-muted', muted: true },
    { type: 'timed-out', wait: 'login' },
  ] as const;
  for (const event of meaningless) {
    it(`leaves the model of an idle call the same: ${event.type}`, () => {
      const engine = new CallEngine(new FakePorts());
      const before = engine.model;
      engine.dispatch(event);
      assert.equal(engine.model, before);
    });
  }

  it('a second start during a call changes nothing', async () => {
    const call = await reach('media flowing');
    const before = call.engine.model;
    call.engine.dispatch({ type: 'start', plan: freshCall });
    assert.equal(call.engine.model, before);
    assert.equal(call.ports.plans.length, 1);
  });
});

describe('subscribers', () => {
  it('may dispatch while they are told; each change is told once, in order', () => {
    const ports = new FakePorts();
    const engine = new CallEngine(ports);
    const seen: string[] = [];
    engine.subscribe(({ state }) => {
      if (state === 'preparing') engine.dispatch({ type: 'hang-up', by: 'page' });
    });
    engine.subscribe(({ state }) => seen.push(state));
    engine.dispatch({ type: 'start', plan: freshCall });
    assert.deepEqual(seen, ['preparing', 'ending']);
  });
});

describe('a microphone that cannot be closed', () => {
  it('keeps nothing else open: the session is closed all the same', async () => {
    const call = await reach('media flowing');
    call.ports.closeMicrophone = () => {
      throw new Error('broken by the page');
    };
    call.engine.dispatch({ type: 'hang-up', by: 'visitor' });
    await finishClosing(call);
    assert.equal(call.ports.session.log.at(-1), 'close');
    assert.equal(call.engine.model.state, 'ended');
  });
});

describe('a session that is being opened when the call is given up', () => {
  it('is told so: what is not made by then must not be made', async () => {
    const ports = new FakePorts();
    const signals: AbortSignal[] = [];
    const loadSession: CallPorts['loadSession'] = (...[, , , signal]) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const engine = new CallEngine(Object.assign(ports, { loadSession }));
    engine.dispatch({ type: 'start', plan: freshCall });
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [false],
    );
    engine.dispatch({ type: 'hang-up', by: 'visitor' });
    await settle();
    engine.dispatch({ type: 'start', plan: freshCall });
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, false],
    );
  });
});

describe('a step that throws', () => {
  it('ends a call that is on its way, and everybody is told', async () => {
    const call = await reach('code fetched');
    call.engine.subscribe(() => {
      if (call.engine.model.state === 'connecting') throw new Error('Broken by a test.');
    });
    const told: string[] = [];
    call.engine.subscribe(({ state }) => void told.push(state));
    await steps['microphone open'](call);
    await finishClosing(call);
    assert.deepEqual(told, ['connecting', 'ending', 'failed']);
    assert.equal(errorCodeOf(call), 'unexpected');
    assertLetGo(call);
  });

  it('ends a call that cannot be dialled', async () => {
    const call = await reach('code fetched');
    call.ports.session.dial = () => {
      // Nobody can look at it.
      throw new Proxy(new Error(), {
        get() {
          throw new Error('Broken by a test.');
        },
      });
    };
    await steps['microphone open'](call);
    call.ports.emit({ type: 'ready' });
    await finishClosing(call);
    assert.equal(errorCodeOf(call), 'unexpected');
    assertLetGo(call);
  });
});
