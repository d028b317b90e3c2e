// The fields of the form, as data: everything that can be set on the element, or on its preview.

import type { StepId } from './steps.ts';

export type FieldKind =
  | 'boolean'
  | 'number'
  | 'choice'
  | 'text'
  | 'address'
  | 'picture'
  | 'texts'
  | 'json'
  | 'form'
  | 'colour'
  | 'length'
  | 'integer'
  | 'css';

/** What can be said of a field by what the element knows of it. */
export interface ElementField {
  /** The field's name in the page's address. No other field has the same. */
  readonly key: string;
  /** What the field sets on the element. A `view` belongs to the studio only. */
  readonly target: 'attribute' | 'property' | 'text' | 'form' | 'view';
  /** The name of that attribute, custom property or text. A text of an error is `errors.offline`. */
  readonly name: string;
  readonly kind: FieldKind;
  /** The value when nothing is set. */
  readonly fallback: string;
  /** The possible values of a choice. */
  readonly words: readonly string[];
  /** Texts of the element only: what they belong to. */
  readonly group?: string;
}

/** Where a field stands, and what it is called there. */
export interface Place {
  readonly step: StepId;
  readonly label: string;
  readonly help?: string;
  /** Most people need it. The others are under *More*. */
  readonly isBasic?: boolean;
  /** It takes the whole line. The others stand two in a line, where there is room. */
  readonly isWide?: boolean;
  /** `lines`: a field that shows its text whole. */
  readonly control?: 'lines' | 'language' | 'picture';
  /** What each value of a choice is called. */
  readonly options?: Readonly<Record<string, string>>;
  readonly example?: string;
  /** Why the field does nothing with these settings; `undefined`: it does something. */
  readonly whyNot?: (settings: Settings) => string | undefined;
}

export type Field = ElementField & Place;

/** What is set, by the key of its field. It holds only valid values that differ from the default. */
export type Settings = ReadonlyMap<string, string>;

/** The value of a check box that is checked. */
export const on = 'on';

/** Turns `keep-across-pages`, `statusTalking` and `errors.mic-denied` into words for a label. */
export function nameInWords(name: string): string {
  const words = name
    .replace(/^--telnyx-ai-call-|^errors\./, '')
    .replaceAll('-', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
