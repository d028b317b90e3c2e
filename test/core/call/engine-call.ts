// A call with an engine and ports that the test answers, brought to the step that the test is about.

import assert from 'node:assert/strict';
import { CallEngine } from '../../../src/core/call/call-engine.ts';
import type { CallPlan } from '../../../src/core/call/call-model.ts';
import { FakePorts, fakeStream, settle } from './fake-ports.ts';

export const freshCall: CallPlan = { join: null, afterFailedJoin: false, listenOnly: false };
export const storedCall: CallPlan = {
  join: { id: 'conv-1', source: 'stored', lastUsedAtMs: 0 },
  afterFailedJoin: false,
  listenOnly: false,
};
export const demandedCall: CallPlan = {
  join: { id: 'conv-1', source: 'attribute', lastUsedAtMs: null },
  afterFailedJoin: false,
  listenOnly: false,
};
export const ids = { callControlId: 'cc', callSessionId: null, region: null, dc: null };

export function begin(plan = freshCall) {
  const ports = new FakePorts();
  const engine = new CallEngine(ports);
  const states: string[] = [];
  engine.subscribe((model, previous) => {
    if (model.state !== previous.state) states.push(model.state);
  });
  engine.dispatch({ type: 'start', plan });
  return { ports, engine, states };
}

export type Call = ReturnType<typeof begin>;

/** The steps of a call, in their usual order. */
export const steps = {
  'code fetched': async ({ ports }: Call) => {
    ports.code.resolve(undefined);
    await settle();
  },
  'microphone open': async ({ ports }: Call) => {
    ports.microphone.resolve(fakeStream);
    await settle();
  },
  'socket open': ({ ports }: Call) => ports.emit({ type: 'socket-opened' }),
  'logged in': ({ ports }: Call) => ports.emit({ type: 'logged-in' }),
  ready: ({ ports }: Call) => ports.emit({ type: 'ready' }),
  answered: ({ ports }: Call) => ports.emit({ type: 'answered', ids }),
  'media flowing': ({ ports }: Call) => ports.emit({ type: 'media-flowing' }),
  'connection dropped': ({ ports }: Call) => ports.emit({ type: 'connection-dropped' }),
} as const;

export type Step = keyof typeof steps;
export const allSteps = Object.keys(steps) as Step[];

export async function reach(step: Step | null, plan = freshCall): Promise<Call> {
  const call = begin(plan);
  const taken = step === null ? [] : allSteps.slice(0, allSteps.indexOf(step) + 1);
  for (const each of taken) await steps[each](call);
  return call;
}

export function assertLetGo({ ports, engine }: Call): void {
  assert.equal(ports.openMicrophones, 0, 'a microphone is open');
  assert.equal(ports.pendingTimers, 0, 'a timer is pending');
  for (const { log } of ports.sessions) assert.equal(log.filter((e) => e === 'close').length, 1);
  assert.ok(['ended', 'failed'].includes(engine.model.state), engine.model.state);
}

export async function finishClosing({ ports }: Call): Promise<void> {
  for (const session of ports.sessions) session.closed.resolve(undefined);
  await settle();
}

export function errorCodeOf({ engine: { model } }: Call): string | undefined {
  return 'outcome' in model ? model.outcome.error?.code : undefined;
}
