// A session that is connected ahead of the click. It keeps what it hears until a call takes it; if none
// does, it is closed after a minute.

import type { CallSession, SessionEvent } from '../core/call/call-session.ts';
import { schedule } from '../platform/schedule.ts';

const idleLimitMs = 60_000;

type Emit = (event: SessionEvent) => void;

export class PreparedSession {
  /** Which login it stands for. */
  readonly key: string;
  readonly #session: CallSession;
  readonly #cancelIdle: () => void;
  readonly #kept: SessionEvent[] = [];
  #emit: Emit | null = null;
  #isUsable = true;

  constructor(key: string, open: (emit: Emit) => CallSession) {
    this.key = key;
    this.#session = open((event) => this.#hear(event));
    this.#cancelIdle = schedule(() => void this.close(), idleLimitMs);
    this.#session.connect();
  }

  /** Whether a call may still take it. */
  get isUsable(): boolean {
    return this.#isUsable;
  }

  /** A call takes it, and is told what happened so far as soon as it connects. */
  take(emit: Emit): CallSession {
    this.#cancelIdle();
    this.#isUsable = false;
    const connect = () => {
      this.#emit = emit;
      for (const event of this.#kept.splice(0)) emit(event);
    };
    return {
      connect,
      dial: (microphone) => this.#session.dial(microphone),
      useMicrophone: (microphone) => this.#session.useMicrophone(microphone),
      setMuted: (muted) => this.#session.setMuted(muted),
      sendMessage: (text, images) => this.#session.sendMessage(text, images),
      answerTool: (callId, output) => this.#session.answerTool(callId, output),
      renewLogin: (token) => this.#session.renewLogin(token),
      close: () => this.#session.close(),
    };
  }

  close(): Promise<void> {
    this.#cancelIdle();
    this.#isUsable = false;
    return this.#session.close();
  }

  #hear(event: SessionEvent): void {
    if (this.#emit) return this.#emit(event);
    this.#kept.push(event);
    // What fails ahead of the click is tried again at the click, and told then.
    const isLost = ['failed', 'refused-for-now', 'connection-dropped'].includes(event.type);
    if (isLost && this.#isUsable) void this.close();
  }
}
