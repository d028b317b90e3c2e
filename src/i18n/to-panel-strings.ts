import type { AssistantSettings } from '../core/assistant-settings.ts';
import { panelStrings, type PanelStrings } from './panel-strings.ts';
import type { StringOverrides } from './string-overrides.ts';

/** The texts of the panel: the page's word counts before the assistant's settings, and those before ours. */
export function toPanelStrings(
  { errors, ...overrides }: StringOverrides,
  settings: AssistantSettings | null,
): PanelStrings {
  const { thinkingText, interruptText } = settings ?? {};
  return {
    ...panelStrings,
    ...(thinkingText && { statusThinking: thinkingText }),
    ...(interruptText && { interruptHint: interruptText }),
    ...overrides,
    errors: { ...panelStrings.errors, ...errors },
  };
}
