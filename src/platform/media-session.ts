// Shows the call where the system shows what plays (lock screen, headset, picture-in-picture), with its
// controls. Browsers have more or less of it; what they lack, or refuse, is left out.

import { ignoreFailure } from '../core/ignore-failure.ts';
import { type CallModel, isMuted } from '../core/call/call-model.ts';

export interface CallControls {
  readonly model: CallModel;
  readonly listenOnly: boolean;
  setMuted(muted: boolean): void;
  hangUp(by: 'visitor'): Promise<void>;
  subscribe(listener: () => void): () => void;
}

/** @returns a function that puts things back, as far as a page can see what was there before. */
export function takeMediaSession(call: CallControls): () => void {
  const session = Reflect.get(navigator, 'mediaSession') as MediaSession | null | undefined;
  if (!session) return () => undefined;
  const before = session.metadata;
  let shown: boolean | null = null;
  const showMicrophone = (isOn: boolean) => {
    if (call.listenOnly || isOn === shown) return;
    shown = isOn;
    ignoreFailure(() => session.setMicrophoneActive(isOn));
  };
  const actions = new Map<string, () => void>([['hangup', () => void call.hangUp('visitor')]]);
  if (!call.listenOnly) {
    actions.set('togglemicrophone', () => call.setMuted(!isMuted(call.model)));
  }
  const handle = (name: string, act: (() => void) | null) =>
    ignoreFailure(() => session.setActionHandler(name as MediaSessionAction, act));

  ignoreFailure(
    () => (session.metadata = new MediaMetadata({ title: document.title || location.host })),
  );
  const ours = session.metadata;
  for (const [name, act] of actions) handle(name, act);
  showMicrophone(!isMuted(call.model));
  const unsubscribe = call.subscribe(() => showMicrophone(!isMuted(call.model)));

  return () => {
    unsubscribe();
    showMicrophone(false);
    for (const name of actions.keys()) handle(name, null);
    // The page may have put its own there since.
    if (session.metadata === ours) ignoreFailure(() => (session.metadata = before));
  };
}
