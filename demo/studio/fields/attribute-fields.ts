// Makes a field for each attribute in the custom elements manifest. The attribute's type decides on the kind
// of field. Where the field stands is written in the tables of places.

import { TelnyxAiCall } from '../../../src/index.ts';
import type { ElementField, FieldKind } from './fields.ts';
import { isSecretName } from './secrets.ts';

export interface ManifestEntry {
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly description?: string;
}

/** The manifest lists properties without an attribute as well. */
export function isAttribute(name: string): boolean {
  return name === 'lang' || TelnyxAiCall.observedAttributes.includes(name);
}

export function attributeFields(attributes: readonly ManifestEntry[]): ElementField[] {
  return attributes
    .filter(({ name }) => !isSecretName(name))
    .map(({ name, type, default: fallback = '' }) => {
      const words = wordsOf(type?.text ?? '');
      const kind = words.length > 0 ? 'choice' : kindOf(type?.text);
      return {
        key: name,
        target: 'attribute',
        name,
        kind,
        fallback: fallbackOf(kind, fallback),
        words,
      };
    });
}

function wordsOf(type: string): string[] {
  const parts = type.split('|').map((part) => part.trim());
  const isChoice = parts.some((part) => /^'.+'$/.test(part));
  return isChoice ? parts.filter((part) => /^'.+'$/.test(part)).map(unquote) : [];
}

function kindOf(type = 'string'): FieldKind {
  const plain = type.replace(/ \| (null|undefined)$/, '');
  if (plain === 'boolean' || plain === 'number') return plain;
  if (plain === 'string') return 'text';
  return plain.endsWith('string[]') ? 'texts' : 'json';
}

function fallbackOf(kind: FieldKind, text: string): string {
  if (kind === 'boolean' || text === 'null') return '';
  return /^'.*'$/.test(text) || kind === 'number' ? unquote(text) : '';
}

function unquote(text: string): string {
  return text.replace(/^'(.*)'$/, '$1');
}
