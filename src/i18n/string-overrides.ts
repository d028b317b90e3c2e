import type { TypingStrings } from './typing-strings.ts';
import type { DialogueStrings } from './dialogue-strings.ts';
import type { DismissalStrings } from './dismissal-strings.ts';
import type { LauncherStrings } from './launcher-strings.ts';
import type { PanelStrings } from './panel-strings.ts';
import type { QuestionStrings } from './question-strings.ts';

/** Texts that the page replaces: any part of the dictionary. */
export type StringOverrides = Partial<
  Omit<LauncherStrings, 'language'> &
    QuestionStrings &
    DialogueStrings &
    TypingStrings &
    DismissalStrings &
    Omit<PanelStrings, 'errors'>
> & {
  readonly errors?: Partial<PanelStrings['errors']>;
};
