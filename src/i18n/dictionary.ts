import type { ChatStrings } from './typing-strings.ts';
import type { DialogueStrings } from './dialogue-strings.ts';
import type { DismissalStrings } from './dismissal-strings.ts';
import type { Language } from './languages.ts';
import type { PanelStrings } from './panel-strings.ts';
import type { QuestionStrings } from './question-strings.ts';

/** Every text of the interface in one language, but the launcher's label: that one is there before. */
export type Dictionary = PanelStrings &
  QuestionStrings &
  DialogueStrings &
  ChatStrings &
  DismissalStrings & { readonly language: Language };
