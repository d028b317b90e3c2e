// Gives each field its place in the studio, and sorts the fields as the tables of places do.

import { assistantPlaces } from './assistant-places.ts';
import { behaviourPlaces } from './behaviour-places.ts';
import { type ElementField, type Field, nameInWords, type Place } from './fields.ts';
import { lookPlaces } from './look-places.ts';
import { wordsPlaces } from './words-places.ts';

const places: ReadonlyMap<string, Place> = new Map(
  Object.entries({ ...assistantPlaces, ...lookPlaces, ...wordsPlaces, ...behaviourPlaces }),
);
const order = [...places.keys()];

export function placeFields(fields: readonly ElementField[]): Field[] {
  return fields
    .map((field) => ({ ...field, ...(places.get(field.key) ?? placeOfOther(field)) }))
    .sort((one, other) => rank(one) - rank(other));
}

/** Fields that stand in no table. The element's texts need none: they are sorted by what they belong to. */
export function withoutPlace(fields: readonly ElementField[]): string[] {
  return fields
    .filter(({ key, target }) => !/text|view/.test(target) && !places.has(key))
    .map(({ key }) => key);
}

function placeOfOther({ name, target }: ElementField): Place {
  const isText = target === 'text';
  return { step: isText ? 'words' : 'behaviour', isWide: isText, label: nameInWords(name) };
}

function rank({ key }: ElementField): number {
  const index = order.indexOf(key);
  return index < 0 ? order.length : index;
}
