// Reads the author's attributes. A value that cannot be read falls back to its default and is named
// once in the console. Must not know what an attribute does.

import type { ComplexAttributeConverter } from '@lit/reactive-element';
import type { Variables } from '../core/call/custom-headers.ts';
import { parseJson } from '../core/parse-json.ts';

const warned = new Set<string>();

type Converter<Value> = ComplexAttributeConverter<Value>;

export function oneOf<Word extends string>(attribute: string, words: readonly [Word, ...Word[]]) {
  return reading<Word>(attribute, words[0], (text) => words.find((word) => word === text));
}

export const hours = reading<number>('resume-hours', 24, (text) => {
  const number = Number(text);
  return number > 0 && number < Infinity ? number : undefined;
});

export const variables = reading<Variables>('variables', {}, (text) => {
  const value = parseJson(text);
  return isVariables(value) ? value : undefined;
});

/** JSON has no other values than these and objects. */
export function isVariables(value: unknown): value is Variables {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => typeof each !== 'object')
  );
}

function reading<Value>(
  attribute: string,
  fallback: Value,
  read: (text: string) => Value | undefined,
): Converter<Value> {
  return {
    fromAttribute(text) {
      if (text === null) return fallback;
      const value = read(text);
      if (value !== undefined) return value;
      const message = `<telnyx-ai-call> cannot read ${attribute}="${text}"`;
      if (!warned.has(message)) console.warn(message);
      warned.add(message);
      return fallback;
    },
  };
}
