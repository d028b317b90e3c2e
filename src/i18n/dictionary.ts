import type { TypingStrings } from './typing-strings.ts';
import type { DialogueStrings } from './dialogue-strings.ts';
import type { DismissalStrings } from './dismissal-strings.ts';
import type { Language } from './languages.ts';
import type { launcherStrings } from './launcher-strings.ts';
import type { PanelStrings } from './panel-strings.ts';
import type { QuestionStrings } from './question-strings.ts';

/** Every text in one language, except the launcher's label, which is there before. */
export type Dictionary = PanelStrings &
  QuestionStrings &
  DialogueStrings &
  TypingStrings &
  DismissalStrings & { readonly language: Language };

/** The launcher's texts, and of all others those that have arrived. */
export type Texts = typeof launcherStrings & Partial<Dictionary>;
