import type { TypingStrings } from './typing-strings.ts';
import type { DialogueStrings } from './dialogue-strings.ts';
import type { DismissalStrings } from './dismissal-strings.ts';
import type { FaceStrings } from './face-strings.ts';
import type { FormStrings } from './form-strings.ts';
import type { HoldStrings } from './hold-strings.ts';
import type { InvitationStrings } from './invitation-strings.ts';
import type { Language } from './languages.ts';
import type { launcherStrings } from './launcher-strings.ts';
import type { PanelStrings } from './panel-strings.ts';
import type { QuestionStrings } from './question-strings.ts';
import type { ReachStrings } from './reach-strings.ts';

/** Every text in one language, except the launcher's label, which is there before. */
export type Dictionary = PanelStrings & OptionalStrings & { readonly language: Language };

/** The texts that come with code that not every visitor needs. */
export type OptionalStrings = QuestionStrings &
  DialogueStrings &
  TypingStrings &
  FaceStrings &
  ReachStrings &
  HoldStrings &
  FormStrings &
  InvitationStrings &
  DismissalStrings;

/** The launcher's texts, and of all others those that have arrived. */
export type Texts = typeof launcherStrings & Partial<Dictionary>;
