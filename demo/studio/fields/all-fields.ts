// All fields of the form. They are made from the element's manifest and dictionaries, so none is missing.

import { baseUrl } from '../../base-url.ts';
import { launcherLabels } from '../../../src/i18n/languages.ts';
import { attributeFields, isAttribute, type ManifestEntry } from './attribute-fields.ts';
import type { Field } from './fields.ts';
import { lookFields } from './look-fields.ts';
import { colourStyles } from '../contrast/measure-contrast.ts';
import { placeFields } from './place-fields.ts';
import { studioFields } from './studio-fields.ts';
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

export async function loadFields(): Promise<readonly Field[]> {
  const response = await fetch(new URL('custom-elements.json', baseUrl));
  const manifest = (await response.json()) as Manifest;
  const element = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === 'telnyx-ai-call');
  return placeFields([
    ...attributeFields(element?.attributes?.filter(({ name }) => isAttribute(name)) ?? []),
    ...lookFields(element?.cssProperties ?? [], colourStyles),
    ...textFields(dictionaries),
    ...studioFields,
  ]);
}
