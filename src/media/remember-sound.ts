/** What the assistant is heard to say, kept for a moment. */
export interface RememberedSound {
  readonly context: AudioContext;
  readonly analyser: AnalyserNode;
  /** `null`: nothing has arrived yet. */
  readonly source: MediaStreamAudioSourceNode | null;
}

/** The most that an analyser can keep, in samples: two thirds of a second. */
export const memoryLength = 32_768;

/**
 * Begins to keep what arrives, so that code which is still on its way can measure it. Measuring is a
 * luxury: where the platform does not give it, there is `null`.
 *
 * The context plays nothing. It has an output all the same (no `sinkId: { type: 'none' }`): without a
 * device to drive it, Chromium lets some 50 ms of sound pile up in its sources.
 */
export function rememberSound({ srcObject: stream }: HTMLAudioElement): RememberedSound | null {
  try {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: memoryLength });
    const isThere = stream instanceof MediaStream && stream.getAudioTracks().length > 0;
    const source = isThere ? context.createMediaStreamSource(stream) : null;
    source?.connect(analyser);
    return { context, analyser, source };
  } catch {
    return null;
  }
}
