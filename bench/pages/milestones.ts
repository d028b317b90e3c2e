// Notes the steps of a call's start, by watching the platform. Import it before anything that calls.

const notes: (readonly [name: string, atMs: number])[] = [];

/** When each step was first reached, in milliseconds since `startMs`. */
export function milestonesSince(startMs: number): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [name, atMs] of [...notes, ...fetchedFiles()]) {
    if (atMs >= startMs) found[name] ??= atMs - startMs;
  }
  return found;
}

export function note(name: string): void {
  notes.push([name, performance.now()]);
}

function fetchedFiles(): (readonly [string, number])[] {
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return files.flatMap(({ name, startTime, responseEnd }) => {
    const file = (new URL(name).pathname.split('/').at(-1) ?? '').replace(/-[\w-]{6}\.js$/, '');
    return [
      [`asked for ${file}`, startTime],
      [`fetched ${file}`, responseEnd],
    ] as const;
  });
}

const devices = navigator.mediaDevices;
const getUserMedia = devices.getUserMedia.bind(devices);
devices.getUserMedia = async (constraints) => {
  note('microphone asked');
  const stream = await getUserMedia(constraints);
  note('microphone open');
  return stream;
};

window.WebSocket = class extends WebSocket {
  constructor(url: string | URL) {
    super(url);
    note('socket made');
    this.addEventListener('open', () => note('socket open'));
    this.addEventListener('message', ({ data }) => note(`got ${titleOf(data)}`));
  }

  override send(data: string): void {
    note(`sent ${titleOf(data)}`);
    super.send(data);
  }
};

/** The method of a frame. An answer has none: then the names of the fields in its result. */
function titleOf(data: unknown): string {
  const frame = JSON.parse(String(data)) as { method?: string; result?: object };
  const method = frame.method?.replace('telnyx_rtc.', '');
  return method ?? `result ${Object.keys(frame.result ?? {}).join(' ')}`;
}

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    note('peer made');
    this.addEventListener('track', () => note('remote track'));
    this.addEventListener('connectionstatechange', () => note(`peer ${this.connectionState}`));
  }
};
