// The kinds of settings, and how the text of an attribute is read as each. A value that cannot be read falls back
// to its default, and is named once in the console. Must not know what an attribute does.

import type { ComplexAttributeConverter, PropertyDeclaration } from '@lit/reactive-element';
import type { Variables } from '../core/call/custom-headers.ts';
import { parseJson } from '../core/parse-json.ts';

export interface Kind<Value> extends PropertyDeclaration {
  /** The value of a setting that the author has not set. */
  readonly initial: () => Value;
  /** `undefined`: the text cannot be read. */
  readonly read: (text: string) => Value | undefined;
}

const warned = new Set<string>();

export const text: Kind<string> = { initial: String, read: String };

export const flag: Kind<boolean> = { initial: Boolean, read: () => true };

export function oneOf<Word extends string>(words: readonly [Word, ...Word[]]): Kind<Word> {
  return { initial: () => words[0], read: (word) => words.find((each) => each === word) };
}

/** A number that is not negative. */
export function number<Initial>(initial: Initial): Kind<number | Initial> {
  const read = (digits: string) => {
    const value = parseFloat(digits);
    return value >= 0 ? value : undefined;
  };
  return { initial: () => initial, read };
}

export const texts: Kind<readonly string[]> = {
  initial: Array,
  read(json) {
    const value = parseJson(json);
    return isTexts(value) ? value : undefined;
  },
};

export const namedValues: Kind<Variables> = {
  initial: Object,
  read(json) {
    const value = parseJson(json);
    return isVariables(value) ? value : undefined;
  },
  // Without an accessor, Svelte sets the attribute, whose text is read.
  noAccessor: true,
};

/** Set as a property only. */
export function property(initial: () => unknown): Kind<unknown> {
  return { initial, read: () => undefined, attribute: false };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** JSON has no other values than these and objects. */
export function isVariables(value: unknown): value is Variables {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => typeof each !== 'object')
  );
}

export function converterOf<Value>(
  attribute: string,
  { initial, read }: Kind<Value>,
): ComplexAttributeConverter<Value> {
  return {
    fromAttribute(written) {
      if (written === null) return initial();
      const value = read(written);
      if (value !== undefined) return value;
      const message = `<telnyx-ai-call> cannot read ${attribute}="${written}"`;
      if (!warned.has(message)) console.warn(message);
      warned.add(message);
      return initial();
    },
  };
}
