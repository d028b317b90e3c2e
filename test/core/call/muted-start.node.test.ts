import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isMuted } from '../../../src/core/call/call-model.ts';
import { CallEngine } from '../../../src/core/call/call-engine.ts';
import { begin, freshCall, ids, storedCall } from './engine-call.ts';
import { FakePorts, fakeStream, settle } from './fake-ports.ts';

async function begun(...wishes: boolean[]) {
  const { ports, engine } = begin(storedCall);
  for (const muted of wishes) engine.dispatch({ type: 'set-muted', muted });
  await dialled(ports);
  return { ports, engine, isMuted: () => isMuted(engine.model) };
}

async function dialled(ports: FakePorts): Promise<void> {
  ports.code.resolve(undefined);
  ports.microphone.resolve(fakeStream);
  await settle();
  ports.emit({ type: 'ready' });
}

describe('a wish to be muted before the call is active', () => {
  it('holds from the moment it dials', async () => {
    const { ports, isMuted } = await begun(true);
    assert.deepEqual(ports.session.log, ['connect', 'dial', 'mute']);
    assert.equal(isMuted(), true);
    ports.emit({ type: 'answered', ids });
    assert.equal(isMuted(), true);
    assert.equal(ports.session.log.at(-1), 'mute');
  });

  it('may be taken back', async () => {
    const { ports, isMuted } = await begun(true, false);
    ports.emit({ type: 'answered', ids });
    assert.equal(isMuted(), false);
    assert.ok(!ports.session.log.includes('mute'));
  });

  it('may come while it rings', async () => {
    const { ports, engine, isMuted } = await begun();
    engine.dispatch({ type: 'set-muted', muted: true });
    assert.equal(ports.session.log.at(-1), 'mute');
    ports.emit({ type: 'answered', ids });
    assert.equal(isMuted(), true);
  });

  for (const isAnswered of [false, true]) {
    const when = isAnswered ? 'was answered' : 'was refused';
    it(`holds in the call that follows one that ${when}`, async () => {
      const { ports, engine, isMuted } = await begun(true);
      if (isAnswered) ports.emit({ type: 'answered', ids });
      ports.emit({ type: 'hung-up', cause: null });
      assert.equal(engine.model.state, 'ending');
      ports.session.closed.resolve(undefined);
      await settle();
      await dialled(ports);
      assert.equal(ports.plans.length, 2);
      assert.equal(isMuted(), true);
      assert.ok(ports.session.log.includes('mute'));
    });
  }
});

describe('a wish to be muted while a call of an earlier page is taken up', () => {
  for (const muted of [true, false]) {
    it(`holds when it is up: ${muted}`, async () => {
      const ports = new FakePorts();
      const engine = new CallEngine(ports);
      const times = { answeredAtMs: 0, mediaFlowing: true, assistantHeard: true };
      const call = { plan: freshCall, ids, ...times, muted: !muted, restoring: true };
      engine.dispatch({ type: 'restore', call });
      engine.dispatch({ type: 'set-muted', muted });
      assert.equal(isMuted(engine.model), muted);
      ports.code.resolve(undefined);
      await settle();
      ports.emit({ type: 'answered', ids });
      assert.equal(ports.session.log.at(-1), muted ? 'mute' : 'unmute');
      assert.equal(isMuted(engine.model), muted);
    });
  }
});
