import type { AssistantSettings } from '../core/dialogue/assistant-settings.ts';
import type { Texts } from './dictionary.ts';
import { panelStrings, type PanelStrings } from './panel-strings.ts';
import { ownTexts } from './own-texts.ts';
import type { StringOverrides } from './string-overrides.ts';

/**
 * The texts of the panel. The page's own count first, then the assistant's settings, then ours.
 * @param texts those of the language in use; the panel's are English until they come.
 */
export function toPanelStrings(
  texts: Texts,
  own: StringOverrides,
  settings: AssistantSettings | null,
): PanelStrings {
  const overrides = ownTexts(own);
  const { thinkingText, interruptText } = settings ?? {};
  const strings = {
    ...panelStrings,
    ...texts,
    ...(thinkingText && { statusThinking: thinkingText }),
    ...(interruptText && { interruptHint: interruptText }),
    ...overrides,
    errors: {
      'load-failed': overrides['loadFailed'] ?? texts.loadFailed,
      ...panelStrings.errors,
      ...texts.errors,
      ...ownTexts(own.errors ?? {}),
    },
  };
  // Numbers and times can only be written for a valid tag of a language.
  return isLanguageTag(strings.language) ? strings : { ...strings, language: texts.language };
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}
