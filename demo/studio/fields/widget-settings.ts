// Turns settings into the element's attributes, custom properties, texts and form, in the element's order.

import { parseJson } from '../../../src/core/parse-json.ts';
import type { ElementField, Settings } from './fields.ts';
import { type FormQuestion, readQuestions } from './form-questions.ts';

export interface WidgetAttribute {
  readonly name: string;
  /** `true`: an attribute without a value. */
  readonly value: string | true;
  /** The value of an attribute that holds a number or JSON. */
  readonly data?: unknown;
}

/** In the form that the property `strings` takes. */
export type WidgetTexts = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export interface WidgetSettings {
  readonly attributes: readonly WidgetAttribute[];
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly texts: WidgetTexts;
  /** What visitors are asked before the first call or message. */
  readonly form: readonly FormQuestion[];
}

export function toWidgetSettings(
  settings: Settings,
  fields: readonly ElementField[],
): WidgetSettings {
  const set = fields.flatMap((field) => {
    const value = settings.get(field.key);
    return value === undefined ? [] : [{ ...field, value }];
  });
  const of = (target: ElementField['target']) => set.filter((each) => each.target === target);
  return {
    attributes: of('attribute').map(({ name, kind, value }) => {
      if (kind === 'boolean') return { name, value: true };
      if (kind === 'number') return { name, value, data: Number(value) };
      if (kind !== 'json' && kind !== 'texts') return { name, value };
      const data = parseJson(value);
      return { name, value: JSON.stringify(data), data };
    }),
    properties: of('property').map(({ name, value }) => [name, value]),
    texts: nest(of('text')),
    form: of('form').flatMap(({ value }) => readQuestions(value)),
  };
}

/** Makes `errors.offline` a member of `errors`. */
function nest(texts: readonly { readonly name: string; readonly value: string }[]): WidgetTexts {
  const nested: Record<string, string | Record<string, string>> = {};
  for (const { name, value } of texts) {
    const [outer = '', inner] = name.split('.');
    if (inner === undefined) {
      nested[outer] = value;
    } else {
      const group = nested[outer];
      nested[outer] = { ...(typeof group === 'object' && group), [inner]: value };
    }
  }
  return nested;
}
