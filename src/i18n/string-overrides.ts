import type { LauncherStrings } from './launcher-strings.ts';
import type { PanelStrings } from './panel-strings.ts';

/** Texts that a page wants otherwise; any part of the dictionary. */
export type StringOverrides = Partial<LauncherStrings & Omit<PanelStrings, 'errors'>> & {
  readonly errors?: Partial<PanelStrings['errors']>;
};
