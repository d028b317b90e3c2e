// Reads the element's public parts from the manifest.

import * as settings from '../src/contract/settings.ts';

export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

export interface Member extends Described {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'public' | 'private' | 'protected';
  readonly static?: boolean;
  readonly readonly?: boolean;
  /** The attribute of the field. */
  readonly attribute?: string;
}

export interface PublicElement {
  readonly tagName: string;
  readonly description: string;
  /** One that only the element's documentation names has no field. */
  readonly attributes: readonly (Described & { readonly fieldName?: string })[];
  readonly members: readonly Member[];
  readonly events: readonly Described[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssProperties: readonly Described[];
  readonly cssStates: readonly Described[];
}

export interface Field extends Described {
  readonly attribute: string | undefined;
  readonly type: { readonly text: string };
}

/** Everything that can be set: attributes with their properties, and properties without an attribute. */
export function fieldsOf({ members }: PublicElement): Field[] {
  return members
    .filter(({ kind, readonly: isReadOnly }) => kind === 'field' && !isReadOnly)
    .map((field) => ({ ...field, attribute: field.attribute, type: field.type ?? { text: '' } }));
}

/** The possible values of a type: those of `Placement` are exported as `placements`. Other types have none. */
export function wordsOf({ type }: Field): readonly string[] {
  const name = `${type.text.charAt(0).toLowerCase()}${type.text.slice(1)}s`;
  const words: unknown = Reflect.get(settings, name);
  return Array.isArray(words) ? words.map(String) : [];
}

export function oneLine(text = ''): string {
  return text.replaceAll(/\s+/g, ' ');
}
