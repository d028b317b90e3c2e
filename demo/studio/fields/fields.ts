// The fields of the form, as data: everything that can be set on the element, or on its preview.

export type FieldKind =
  'boolean' | 'number' | 'choice' | 'text' | 'json' | 'colour' | 'length' | 'integer' | 'css';

export interface Field {
  /** The field's name in the page's address. No other field has the same. */
  readonly key: string;
  /** What the field sets on the element. A `view` belongs to the preview only. */
  readonly target: 'attribute' | 'property' | 'text' | 'view';
  /** The name of that attribute, custom property or text. A text of an error is `errors.offline`. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly group: string;
  readonly help: string;
  /** The value when nothing is set. */
  readonly fallback: string;
  /** The possible values of a choice. */
  readonly words: readonly string[];
}

/** What is set, by the key of its field. It holds only valid values that differ from the default. */
export type Settings = ReadonlyMap<string, string>;

/** The value of a check box that is checked. */
export const on = 'on';

/** Turns `keep-across-pages`, `statusTalking` and `errors.mic-denied` into words for a label. */
export function labelOf({ name }: Field): string {
  const words = name
    .replace(/^--telnyx-ai-call-|^errors\./, '')
    .replaceAll('-', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
