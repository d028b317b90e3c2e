// Whatever the visitor, the page and the network do, in whatever order: an attempt to call is never stuck,
// every call that began ends once, and the next press begins another.

import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SessionEvent } from '../../src/core/call/call-session.ts';
import { fakeStream } from '../core/call/fake-ports.ts';
import { AttemptWorld, type Handling, type Told, told } from './attempt-world.ts';

const sequences = 100_000;

type Happening = (world: AttemptWorld) => void;

const ids = { callControlId: null, callSessionId: null, region: null, dc: null };

const ofTheFarEnd = fc
  .constantFrom<SessionEvent>(
    { type: 'socket-opened' },
    { type: 'logged-in' },
    { type: 'ready' },
    { type: 'answered', ids },
    { type: 'media-flowing' },
    { type: 'connection-dropped' },
    { type: 'hung-up', cause: null },
  )
  .map(
    (event): Happening =>
      ({ ports }) =>
        ports.emit(event),
  );

const handling = fc
  .tuple(
    fc.constantFrom<Told>(...told),
    fc.constantFrom<Handling>('hang-up', 'call', 'remove', 'prevent', 'other-assistant'),
  )
  .map(
    ([name, what]): Happening =>
      (world) =>
        world.handling.set(name, what),
  );

const asking = fc.constantFrom<AttemptWorld['asks']>('nothing', 'agreement', 'choice').map(
  (asks): Happening =>
    (world) =>
      (world.asks = asks),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Happening>((world) => world.press()) },
  { weight: 3, arbitrary: handling },
  { weight: 3, arbitrary: ofTheFarEnd },
  { weight: 1, arbitrary: asking },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Happening>(
      (world) => world.hangUp('visitor'),
      (world) => world.codeArrives(),
      (world) => world.codeFails(),
      (world) => world.answer(null),
      (world) => world.answer({ join: null }),
      ({ ports }) => ports.code.resolve(undefined),
      ({ ports }) => ports.microphone.resolve(fakeStream),
      ({ ports }) => ports.sessions.at(-1)?.closed.resolve(undefined),
      ({ ports }) => ports.advance(5_000),
    ),
  },
);

/**
 * Runs before the test is there: Node's test runner follows every promise of a test, which would take six
 * times as long as all that is tried.
 */
const trial = await tryAll().then(
  () => null,
  (thrown: unknown) => thrown,
);

async function tryAll(): Promise<void> {
  const property = fc.asyncProperty(fc.array(happening, { maxLength: 12 }), async (happenings) => {
    const world = new AttemptWorld();
    for (const happen of happenings) {
      happen(world);
      await promisesSettle();
      world.assertNotStuck();
    }
    await world.assertUsable(promisesSettle);
  });
  await fc.assert(property, { numRuns: sequences });
}

describe(`in ${sequences.toLocaleString('en')} random sequences of what happens around an attempt`, () => {
  it('it is never stuck, ends once, and leaves the next press its call', () => {
    assert.ifError(trial);
  });
});

describe('a handler of the page', () => {
  it('that hangs up when it is asked ends the attempt, and the next press calls', async () => {
    const world = new AttemptWorld();
    world.handling.set('telnyx-call-request', 'hang-up');
    world.press();
    await promisesSettle();
    assert.deepEqual(world.states, ['idle', 'ended']);
    assert.equal(world.ended, 1);
    await world.assertUsable(promisesSettle);
  });

  it('that calls when a call has ended hears of that end before the next call begins', async () => {
    const world = await endingCall();
    world.handling.set('telnyx-call-state', 'call');
    await sessionCloses(world);
    assert.deepEqual(world.tellings.slice(-4), [
      'telnyx-call-state ended',
      'telnyx-call-end',
      'telnyx-call-request',
      'telnyx-call-state preparing',
    ]);
    await world.assertUsable(promisesSettle);
  });

  it('that sets another assistant when it is asked does so for the next call', async () => {
    const world = new AttemptWorld();
    world.handling.set('telnyx-call-request', 'other-assistant');
    world.press();
    world.codeArrives();
    await promisesSettle();
    const [request] = world.requests;
    assert.ok(request);
    assert.equal(request.settings.assistantId, 'a');
    assert.equal(request.join?.id, 'conversation of a');
    await world.assertUsable(promisesSettle);
  });
});

describe('a call that is wanted while another one ends', () => {
  it('begins when that has ended', async () => {
    const world = await endingCall();
    world.press();
    await promisesSettle();
    await sessionCloses(world);
    assert.equal(world.requests.length, 2);
    await world.assertUsable(promisesSettle);
  });

  it('does not begin when it is given up before that', async () => {
    const world = await endingCall();
    world.press();
    await promisesSettle();
    world.hangUp('page');
    await sessionCloses(world);
    assert.equal(world.attempts.state, 'ended');
    assert.equal(world.requests.length, 1);
    assert.equal(world.pendingCalls, 0);
    await world.assertUsable(promisesSettle);
  });

  it('begins when it is wanted again after that', async () => {
    const world = await endingCall();
    world.press();
    world.hangUp('page');
    world.press();
    await sessionCloses(world);
    assert.equal(world.requests.length, 2);
    await world.assertUsable(promisesSettle);
  });
});

describe('a call that is wanted while that of an earlier page is taken up', () => {
  it('does not begin when the element is removed meanwhile', async () => {
    const world = new AttemptWorld();
    let settle = () => {};
    world.attempts.restore(() => new Promise((resolve) => (settle = resolve)));
    world.press();
    world.hangUp('page');
    settle();
    await promisesSettle();
    world.codeArrives();
    await promisesSettle();
    assert.equal(world.attempts.state, 'idle');
    assert.equal(world.requests.length, 0);
    assert.equal(world.pendingCalls, 0);
    await world.assertUsable(promisesSettle);
  });
});

async function endingCall(): Promise<AttemptWorld> {
  const world = new AttemptWorld();
  world.codeArrives();
  world.press();
  world.ports.code.resolve(undefined);
  await promisesSettle();
  world.hangUp('visitor');
  await promisesSettle();
  assert.equal(world.attempts.state, 'ending');
  return world;
}

async function sessionCloses({ ports }: AttemptWorld): Promise<void> {
  for (const session of ports.sessions) session.closed.resolve(undefined);
  await promisesSettle();
}

/** Lets promises settle; a chain of them is not longer. */
async function promisesSettle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}
