// The steps of a call's start, as they are seen from outside: the platform's own classes are wrapped, and
// what they do is noted with its time. Not needed on a real site, where the browser's tools show it too.

export const steps = {
  intent: 'Intent',
  code: 'Code',
  socket: 'Socket',
  login: 'Login',
  microphone: 'Microphone',
  invite: 'Invite',
  answer: 'Answer',
  sound: 'First audio',
} as const;

export type Step = keyof typeof steps;

/** Times are those of `performance.now()`; `null`: not over yet. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number | null;
}

export class CallSteps {
  readonly #changed: () => void;
  #spans = new Map<Step, Span>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get spans(): ReadonlyMap<Step, Span> {
    return this.#spans;
  }

  get areUnderWay(): boolean {
    return [...this.#spans.values()].some(({ untilMs }) => untilMs === null);
  }

  clear(): void {
    this.#spans = new Map();
  }

  begin(step: Step, fromMs = performance.now()): void {
    this.#note(step, { fromMs, untilMs: null });
  }

  /** Without a beginning, it is a moment. */
  end(step: Step, untilMs = performance.now()): void {
    const { fromMs } = this.#spans.get(step) ?? { fromMs: untilMs };
    this.#note(step, { fromMs, untilMs });
  }

  /** A further piece of the same step: it lasts from the first to the last. */
  add(step: Step, fromMs: number, untilMs: number): void {
    const { fromMs: first, untilMs: last } = this.#spans.get(step) ?? { fromMs, untilMs };
    this.#note(step, {
      fromMs: Math.min(first, fromMs),
      untilMs: Math.max(last ?? untilMs, untilMs),
    });
  }

  #note(step: Step, span: Span): void {
    this.#spans.set(step, span);
    this.#changed();
  }
}

/** Must be called before the code of a call is loaded. */
export function watchPlatform(calls: CallSteps, gatewayUrl: string): void {
  watchSocket(calls, new URL(gatewayUrl).host);
  watchMicrophone(calls);
  watchConnection(calls);
}

function watchSocket(calls: CallSteps, host: string): void {
  window.WebSocket = class extends WebSocket {
    readonly #isOurs: boolean;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.#isOurs = new URL(url).host === host;
      if (!this.#isOurs) return;
      calls.begin('socket');
      this.addEventListener('open', () => {
        calls.end('socket');
        calls.begin('login');
      });
      this.addEventListener('message', ({ data }) => this.#received(String(data)));
    }

    override send(data: string): void {
      if (this.#isOurs && data.includes('"telnyx_rtc.invite"')) {
        calls.end('invite');
        calls.begin('answer');
      }
      super.send(data);
    }

    #received(frame: string): void {
      if (frame.includes('"REGED"')) calls.end('login');
      if (!frame.includes('"telnyx_rtc.answer"')) return;
      calls.end('answer');
      calls.begin('sound');
    }
  };
}

function watchMicrophone(calls: CallSteps): void {
  const devices = navigator.mediaDevices;
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    calls.begin('microphone');
    try {
      return await getUserMedia(constraints);
    } finally {
      calls.end('microphone');
    }
  };
}

function watchConnection(calls: CallSteps): void {
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      if (!calls.spans.has('invite')) calls.begin('invite');
    }
  };
}
