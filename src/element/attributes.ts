// The kinds of settings, and how each is read: from the text of an attribute, or from what a script has set as the
// property. A value that cannot be read falls back to its default, and is named once in the console. Must not know
// what an attribute does.

import type { ComplexAttributeConverter, PropertyDeclaration } from '@lit/reactive-element';
import type { Variables } from '../core/call/custom-headers.ts';
import { parseJson } from '../core/parse-json.ts';

export interface Kind<Value> extends PropertyDeclaration {
  /** The value of a setting that the author has not set. */
  readonly initial: () => Value;
  /** `undefined`: the value cannot be read. */
  readonly read: (value: unknown) => Value | undefined;
}

const warned: string[] = [];

export const text: Kind<string> = {
  initial: String,
  read: (value) => (typeof value === 'string' ? value.trim() : undefined),
};

/** A script may have set anything: whoever uses the value checks it. */
export const anything: Kind<unknown> = { initial: String, read: (value) => value };

export const flag: Kind<boolean> = {
  initial: Boolean,
  read: (value) => value === true || typeof value === 'string',
};

export function oneOf<Word extends string>(words: readonly [Word, ...Word[]]): Kind<Word> {
  return { initial: () => words[0], read: (word) => words.find((each) => each === word) };
}

/** A number that is not negative. */
export function number<Initial>(initial: Initial): Kind<number | Initial> {
  const read = (value: unknown) => {
    // A number stays the same number.
    const digits = parseFloat(value as string);
    return digits >= 0 ? digits : undefined;
  };
  return { initial: () => initial, read };
}

/** What a script has set is not checked here: whoever uses it takes what can be used. */
function json<Value>(initial: () => Value, isOne: (found: object) => boolean): Kind<Value> {
  const read = (value: unknown) => {
    if (typeof value !== 'string') return looked(value) as Value;
    const found = parseJson(value) as object | null | undefined;
    return found?.constructor === initial && isOne(found) ? (found as Value) : undefined;
  };
  return { initial, read };
}

export const texts = json<readonly string[]>(Array, (found) =>
  (found as unknown[]).every((each) => typeof each === 'string'),
);

export const namedValues: Kind<Variables> = {
  // A value that cannot be sent is named in the console when the call is placed.
  ...json<Variables>(Object, Boolean),
  // Without an accessor, Svelte sets the attribute, whose text is read.
  noAccessor: true,
};

/** Set as a property only. */
export function property(initial: () => unknown): Kind<unknown> {
  const read = (value: unknown) => (typeof value === 'object' ? looked(value) : undefined);
  return { initial, read, attribute: false };
}

/** @throws where the object throws when somebody looks at it. */
function looked(value: unknown): unknown {
  Object.values(value as object);
  return value;
}

export function converterOf<Value>(
  attribute: string,
  { initial, read }: Kind<Value>,
): ComplexAttributeConverter<Value> {
  return {
    fromAttribute(written: unknown) {
      // Frameworks take a property back by setting it to `null` or `undefined`.
      if (written == null) return initial();
      let message = `<telnyx-ai-call> cannot read ${attribute}`;
      try {
        const value = read(written);
        if (value !== undefined) return value;
        // Not all of it: a secret may have come here by mistake.
        // eslint-disable-next-line @typescript-eslint/no-base-to-string -- what has no text is named by its kind
        message += `="${String(written).slice(0, 15)}"`;
      } catch {
        // It has no text either.
      }
      if (!warned.includes(message)) {
        warned.push(message);
        console.warn(message);
      }
      return initial();
    },
  };
}
