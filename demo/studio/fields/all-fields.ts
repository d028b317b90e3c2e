// All fields of the form. They are made from the element's manifest and dictionaries, so none is missing.

import { launcherLabels } from '../../../src/i18n/languages.ts';
import { attributeFields, type ManifestEntry } from './attribute-fields.ts';
import type { Field } from './fields.ts';
import { lookFields } from './look-fields.ts';
import { colourStyles } from '../contrast/measure-contrast.ts';
import { type Dictionary, textFields } from './text-fields.ts';

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly ManifestEntry[];
  readonly cssProperties?: readonly ManifestEntry[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

const dictionaries = {
  // The launcher's label is in a module of its own, in all languages.
  'launcher-strings.ts': { label: { launcher: launcherLabels.en } },
  ...import.meta.glob<Dictionary>('../../../src/i18n/*-strings.ts', { eager: true }),
};

/** How the preview is shown. These fields are in the address too. */
export const viewFields = {
  width: viewField('width', 'full', ['full', '768', '390', '320']),
  scheme: viewField('scheme', 'auto', ['auto', 'light', 'dark']),
} as const;

export async function loadFields(): Promise<readonly Field[]> {
  const response = await fetch('/custom-elements.json');
  const manifest = (await response.json()) as Manifest;
  const element = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === 'telnyx-ai-call');
  return [
    ...attributeFields(element?.attributes ?? []),
    ...lookFields(element?.cssProperties ?? [], colourStyles),
    ...textFields(dictionaries),
    ...Object.values(viewFields),
  ];
}

function viewField(name: string, fallback: string, words: readonly string[]): Field {
  return {
    key: `view.${name}`,
    target: 'view',
    name,
    kind: 'choice',
    group: '',
    help: '',
    fallback,
    words,
  };
}
