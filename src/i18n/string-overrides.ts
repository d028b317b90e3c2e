import type { OptionalStrings } from './dictionary.ts';
import type { LauncherStrings } from './launcher-strings.ts';
import type { PanelStrings } from './panel-strings.ts';

/** Texts that the page replaces: any part of the dictionary. */
export type StringOverrides = Partial<
  Omit<LauncherStrings, 'language'> & OptionalStrings & Omit<PanelStrings, 'errors'>
> & {
  readonly errors?: Partial<PanelStrings['errors']>;
};
