import { launcherStrings } from '../../src/i18n/launcher-strings.ts';
import { toPanelStrings } from '../../src/i18n/to-panel-strings.ts';

/** All texts that the panel has in English. */
export const englishPanel = toPanelStrings(launcherStrings, {}, null);
