// Turns a press in the panel into what the rooms below do.

import type { CallController } from '../call/call-controller.ts';
import type { StartOptions } from '../contract/widget-port.ts';
import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import type { PanelAction } from './panel-action.ts';
import type { PanelActs, PanelHost, PanelVisibility } from './panel-ports.ts';

interface Surroundings {
  readonly host: PanelHost;
  readonly call: CallController;
  readonly acts: PanelActs;
  readonly lastTyped: () => TranscriptEntry | undefined;
  readonly visibility: PanelVisibility;
  readonly forget: () => void;
}

export function performAction(action: PanelAction, around: Surroundings): void {
  const { host, call, acts, visibility } = around;
  const { listenOnly } = call;
  // Whatever goes wrong is shown, and told as an event.
  const start = (options: StartOptions) => void host.start(options).catch(() => undefined);
  switch (action) {
    case 'call':
      return start({});
    case 'call-without-microphone':
      return start({ listenOnly: true });
    case 'start-over':
      return start({ startOver: true, listenOnly });
    case 'use-here':
      return start({ takeOver: true, listenOnly });
    case 'mute':
    case 'unmute':
      return call.setMuted(action === 'mute');
    case 'reopen-microphone':
      return void call.sound.reopenMicrophone();
    case 'play-sound':
      return call.sound.play();
    case 'forget':
      return around.forget();
    case 'collapse':
    case 'expand':
      visibility.isCollapsed = action === 'collapse';
      return;
    case 'close':
      visibility.isClosed = true;
      return void host.hangUp('visitor');
    case 'end-call':
      return void host.hangUp('visitor');
    case 'send-again': {
      const last = around.lastTyped();
      if (last) acts.sendAgain(last).catch(() => undefined);
      return;
    }
    case 'load-dialogue':
      return void acts.fetchRest();
  }
}
