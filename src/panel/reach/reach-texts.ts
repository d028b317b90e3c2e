import { type HoldStrings, holdStrings } from '../../i18n/hold-strings.ts';
import type { PanelStrings } from '../../i18n/panel-strings.ts';
import { type ReachStrings, reachStrings } from '../../i18n/reach-strings.ts';

export type ReachTexts = PanelStrings & ReachStrings & HoldStrings;

/** Those of another language, and the page's own words, are among the panel's. */
export function toReachTexts(strings: PanelStrings): ReachTexts {
  return { ...reachStrings, ...holdStrings, ...strings };
}
