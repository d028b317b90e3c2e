// The languages of the element, each by its own name.

import { launcherLabels } from '../../../src/i18n/languages.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** @param chosen a tag that may be none of the element's own, such as `de-AT`. */
export function languageOptions(chosen: string): readonly Option[] {
  const tags = Object.keys(launcherLabels);
  const all = chosen === '' || tags.includes(chosen) ? tags : [...tags, chosen];
  return [
    { value: '', label: 'That of the page' },
    ...all.map((value) => ({ value, label: nameOf(value) })),
  ];
}

function nameOf(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}
