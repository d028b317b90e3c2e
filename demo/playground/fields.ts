// The fields of the form, as data: whatever can be set of the element, or of its preview.

export type FieldKind =
  'boolean' | 'number' | 'choice' | 'text' | 'json' | 'colour' | 'length' | 'integer' | 'css';

export interface Field {
  /** In the address of the page; no other field has the same. */
  readonly key: string;
  /** What of the element it sets. A `view` is of the preview only. */
  readonly target: 'attribute' | 'property' | 'text' | 'view';
  /** Of that attribute, custom property or text; texts of errors as `errors.offline`. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly group: string;
  readonly help: string;
  /** What is in force when nothing is set. */
  readonly fallback: string;
  /** Of a choice. */
  readonly words: readonly string[];
}

/** What is set: valid values other than the default, by the key of their field. */
export type Settings = ReadonlyMap<string, string>;

/** The value of a check box that is checked. */
export const on = 'on';

/** `keep-across-pages`, `statusTalking` and `errors.mic-denied`, as a label says it. */
export function labelOf({ name }: Field): string {
  const words = name
    .replace(/^--telnyx-ai-call-|^errors\./, '')
    .replaceAll('-', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
