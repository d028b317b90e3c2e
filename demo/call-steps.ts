// Notes the steps of a call's start, with their times, by wrapping the platform's own classes. A real site
// does not need this: the browser's tools show the same.

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

/** Times are those of `performance.now()`. `untilMs` is `null` while the step is not over. */
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

  /** Ends a step. If it never began, it becomes a single moment. */
  end(step: Step, untilMs = performance.now()): void {
    const { fromMs } = this.#spans.get(step) ?? { fromMs: untilMs };
    this.#note(step, { fromMs, untilMs });
  }

  /** Adds a further piece to a step. The step then lasts from the first piece to the last. */
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

/** Call this before the code of a call is loaded. */
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
