import type { ChatStrings } from './typing-strings.ts';
import type { DialogueStrings } from './dialogue-strings.ts';
import type { DismissalStrings } from './dismissal-strings.ts';
import type { LauncherStrings } from './launcher-strings.ts';
import type { PanelStrings } from './panel-strings.ts';
import type { QuestionStrings } from './question-strings.ts';

/** Texts that a page wants otherwise; any part of the dictionary. */
export type StringOverrides = Partial<
  Omit<LauncherStrings, 'language'> &
    QuestionStrings &
    DialogueStrings &
    ChatStrings &
    DismissalStrings &
    Omit<PanelStrings, 'errors'>
> & {
  readonly errors?: Partial<PanelStrings['errors']>;
};
