// Where a call stands, in words.

import { assertNever } from '../core/assert-never.ts';
import type { AssistantTurn } from '../core/dialogue/assistant-turn.ts';
import type { CallModel } from '../core/call/call-model.ts';
import type { PanelStrings } from '../i18n/panel-strings.ts';

export function statusOf(
  model: CallModel,
  turn: AssistantTurn,
  strings: PanelStrings,
  isUnheard: boolean,
): string {
  switch (model.state) {
    case 'idle':
      return '';
    case 'preparing':
    case 'connecting':
      if (model.microphoneOpen || model.link === 'code') return strings.statusConnecting;
      return strings.statusAllowMicrophone;
    case 'active':
      if (!model.mediaFlowing) return strings.statusWaitingForSound;
      if (turn === 'thinking') return strings.statusThinking;
      if (turn === 'speaking') return strings.statusSpeaking;
      if (model.plan.listenOnly) return strings.statusListening;
      if (model.muted) return strings.statusMuted;
      return isUnheard ? strings.statusUnheard : strings.statusTalking;
    case 'reconnecting':
      return strings.statusReconnecting;
    case 'ending':
      return model.next ? strings.statusConnecting : strings.statusEnding;
    case 'ended':
      return model.outcome.reason === 'assistant'
        ? strings.statusEndedByAssistant
        : strings.statusEnded;
    case 'failed':
      return strings.statusFailed;
    default:
      return assertNever(model);
  }
}
