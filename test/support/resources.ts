// Counts what a call opens in the browser: sockets, peer connections, microphone tracks, audio contexts and
// timers. It watches the platform and not the SDK, so import it before anything that opens them.

interface Account {
  readonly sockets: Set<WebSocket>;
  readonly peers: Set<RTCPeerConnection>;
  readonly microphones: Set<MediaStreamTrack>;
  readonly contexts: Set<AudioContext>;
  /** Open timers, and where in the code each was started. */
  readonly timers: Map<unknown, string>;
}

const account: Account = {
  sockets: new Set(),
  peers: new Set(),
  microphones: new Set(),
  contexts: new Set(),
  timers: new Map(),
};

/** How long the runner waits for the answer to a command (`dev-server-core`, `webSocketsPlugin`). */
const runnerReplyLimitMs = 20_000;

const { setTimeout: setUncountedTimeout } = window;

watchSockets();
watchPeers();
watchMicrophones();
watchContexts();
watchTimers();

export interface OpenResources {
  readonly sockets: number;
  readonly peers: number;
  readonly microphones: number;
  readonly contexts: number;
  readonly timers: number;
}

export const nothingOpen: OpenResources = {
  sockets: 0,
  peers: 0,
  microphones: 0,
  contexts: 0,
  timers: 0,
};

/** What is open now, of everything that was opened in this page. */
export function openResources(): OpenResources {
  return {
    sockets: count(account.sockets, ({ readyState }) => readyState < WebSocket.CLOSING),
    peers: count(account.peers, ({ connectionState }) => connectionState !== 'closed'),
    microphones: count(account.microphones, ({ readyState }) => readyState === 'live'),
    contexts: count(account.contexts, ({ state }) => state !== 'closed'),
    timers: account.timers.size,
  };
}

/** Where in the code the open timers were started. */
export function originsOfTimers(): string[] {
  return [...account.timers.values()];
}

/** For tests that wait: a timer of theirs is none that a call may have left behind. */
export function pauseUncounted(durationMs: number): Promise<void> {
  return new Promise((resolve) => setUncountedTimeout.call(window, resolve, durationMs));
}

/** How many sockets were ever opened. */
export function socketsOpened(): number {
  return account.sockets.size;
}

/** The newest peer connection that is not closed, or nothing. */
export function findPeer(): RTCPeerConnection | undefined {
  return [...account.peers].reverse().find((each) => each.connectionState !== 'closed');
}

/** The newest peer connection that is not closed. Throws if there is none. */
export function currentPeer(): RTCPeerConnection {
  const peer = findPeer();
  if (!peer) throw new Error('No peer connection is open.');
  return peer;
}

/** The newest socket that is open. Throws if there is none. */
export function currentSocket(): WebSocket {
  const isOpen = ({ readyState }: WebSocket) => readyState === WebSocket.OPEN;
  const socket = [...account.sockets].reverse().find(isOpen);
  if (!socket) throw new Error('No socket is open.');
  return socket;
}

/** The live tracks of the microphone. */
export function liveMicrophones(): MediaStreamTrack[] {
  return [...account.microphones].filter(({ readyState }) => readyState === 'live');
}

function count<Item>(items: Set<Item>, isOpen: (item: Item) => boolean): number {
  return [...items].filter(isOpen).length;
}

function watchSockets(): void {
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      // The test runner's own connection does not count.
      if (new URL(url).host !== location.host) account.sockets.add(this);
    }
  };
}

function watchPeers(): void {
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      account.peers.add(this);
    }
  };
}

function watchMicrophones(): void {
  const devices = navigator.mediaDevices;
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    for (const track of stream.getTracks()) account.microphones.add(track);
    return stream;
  };
}

function watchContexts(): void {
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      account.contexts.add(this);
    }
  };
}

function watchTimers(): void {
  const start = { timeout: window.setTimeout, interval: window.setInterval };
  const stop = { timeout: window.clearTimeout, interval: window.clearInterval };
  const end = (clear: (id?: number) => void) => (id?: number) => {
    account.timers.delete(id);
    clear.call(window, id);
  };
  const setTimeoutWatched = (handler: () => void, delayMs?: number) => {
    if (delayMs === runnerReplyLimitMs) return start.timeout.call(window, handler, delayMs);
    const fired = () => {
      account.timers.delete(id);
      handler();
    };
    const id = start.timeout.call(window, fired, delayMs);
    account.timers.set(id, new Error().stack ?? '');
    return id;
  };
  const setIntervalWatched = (handler: () => void, delayMs?: number) => {
    const id = start.interval.call(window, handler, delayMs);
    account.timers.set(id, new Error().stack ?? '');
    return id;
  };
  Object.assign(window, {
    setTimeout: setTimeoutWatched,
    setInterval: setIntervalWatched,
    clearTimeout: end(stop.timeout),
    clearInterval: end(stop.interval),
  });
}
