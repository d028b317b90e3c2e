// Shows typing without a call in the panel.

import type { Settings } from '../../contract/settings.ts';
import type { CallState } from '../../core/call/call-state.ts';
import { memoizeLast } from '../../core/memoize-last.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { typingStrings, type TypingTexts } from '../../i18n/typing-strings.ts';
import type { Typing } from '../../typing/typing.ts';
import type { PanelAction } from '../panel-action.ts';
import type { PanelView } from '../panel-view.ts';
import { renderTypingControls } from './typing-controls.ts';
import { toTypingView } from './typing-view.ts';

interface Rendering {
  readonly callState: CallState;
  readonly settings: Settings;
  readonly texts: DialogueTexts;
}

interface ControlsRendering extends Rendering {
  readonly hasConversation: boolean;
  /** A call is likely. */
  readonly expectCall: () => void;
  readonly act: (action: PanelAction) => void;
}

export class TypingPanel {
  readonly typing: Typing;
  readonly #textsOf = memoizeLast(toTypingTexts);

  constructor(typing: Typing) {
    this.typing = typing;
  }

  /** @param view what is shown of the call. */
  view(view: PanelView, { callState, settings, texts }: Rendering): PanelView {
    const { stage, problem, isNew } = this.typing;
    return toTypingView(view, {
      callState,
      stage,
      problem,
      isNew,
      takesText: !settings.noText,
      showsTranscript: !settings.noTranscript,
      strings: this.#textsOf(texts),
    });
  }

  /** Instead of those of a call, while there is none. */
  controls({ callState, settings, texts, ...rendering }: ControlsRendering): unknown {
    const { hasConversation, expectCall, act } = rendering;
    const strings = this.#textsOf(texts);
    const startOver = callState === 'idle' ? strings.startOver : strings.forget;
    return renderTypingControls({
      // What has failed has its way out in the notice.
      offersCall: settings.mode !== 'text' && callState !== 'failed',
      startOver: hasConversation ? startOver : null,
      strings,
      expectCall: () => settings.preload !== 'none' && expectCall(),
      act,
    });
  }
}

/** Those of another language, and the page's own words, are among the dialogue's. */
function toTypingTexts(texts: DialogueTexts): TypingTexts {
  return { ...typingStrings, ...texts };
}
