// Ports for the engine that the test answers: a clock that the test moves, a session that records, and a
// microphone that opens when the test says so.

import type { CallPorts } from '../../../src/core/call/call-engine.ts';
import type { CallPlan } from '../../../src/core/call/call-model.ts';
import type { CallSession, SessionEvent } from '../../../src/core/call/call-session.ts';
import { defaultWaitLimitsMs, type Wait } from '../../../src/core/call/call-waits.ts';
import { FakeClock } from '../fake-clock.ts';

interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: unknown) => void;
}

function deferred<Value>(): Deferred<Value> {
  let settle: Pick<Deferred<Value>, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<Value>((resolve, reject) => (settle = { resolve, reject }));
  if (!settle) throw new Error('A promise runs its executor at once.');
  return { promise, ...settle };
}

export class FakeSession implements CallSession {
  readonly log: string[] = [];
  readonly closed = deferred<undefined>();

  connect(): void {
    this.log.push('connect');
  }
  dial(): void {
    this.log.push('dial');
  }
  useMicrophone(): void {
    this.log.push('use microphone');
  }
  setMuted(muted: boolean): void {
    this.log.push(muted ? 'mute' : 'unmute');
  }
  sendMessage(text: string): Promise<void> {
    this.log.push(`send ${text}`);
    return Promise.resolve();
  }
  answerTool(callId: string): void {
    this.log.push(`answer ${callId}`);
  }
  renewLogin(token: string): Promise<void> {
    this.log.push(`renew ${token}`);
    return Promise.resolve();
  }
  close(): Promise<void> {
    this.log.push('close');
    return this.closed.promise;
  }
}

export class FakePorts extends FakeClock implements CallPorts {
  readonly sessions: FakeSession[] = [];
  readonly plans: CallPlan[] = [];
  readonly learned: string[] = [];
  dropped = 0;
  offline = false;
  reopened = 0;
  openMicrophones = 0;
  microphone = deferred<MediaStream>();
  code = deferred<undefined>();
  emit: (event: SessionEvent) => void = () => undefined;

  get session(): FakeSession {
    const session = this.sessions.at(-1);
    if (!session) throw new Error('No session was made.');
    return session;
  }

  reopenMicrophone(): void {
    this.reopened += 1;
  }

  isOffline(): boolean {
    return this.offline;
  }

  async loadSession(plan: CallPlan, emit: (event: SessionEvent) => void): Promise<CallSession> {
    this.plans.push(plan);
    this.emit = emit;
    await this.code.promise;
    const session = new FakeSession();
    this.sessions.push(session);
    return session;
  }

  async openMicrophone(): Promise<MediaStream> {
    const stream = await this.microphone.promise;
    this.openMicrophones += 1;
    return stream;
  }

  closeMicrophone(): void {
    this.openMicrophones -= 1;
  }

  learnConversation(id: string): void {
    this.learned.push(id);
  }

  dropConversation(): void {
    this.dropped += 1;
  }

  waitLimitMs(wait: Wait) {
    return defaultWaitLimitsMs[wait];
  }
}

/** Stands for a stream, which the engine only passes on. */
export const fakeStream = Object.freeze({}) as MediaStream;

/** Lets everything run that waits only for promises. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
