// Makes a field for each text of the interface, from the English dictionaries: the modules `*-strings.ts`.

import type { ElementField } from './fields.ts';

export type Dictionary = Readonly<Record<string, unknown>>;

/** Titles by the beginning of the module's name, in the order in which a visitor meets the texts. */
const titles: Readonly<Record<string, string>> = {
  launcher: 'The button',
  question: 'Before a call',
  panel: 'The call',
  dialogue: 'The conversation',
  typing: 'Typing without a call',
  face: 'The assistant’s face',
  reach: 'Other ways to reach you',
  hold: 'Holding to talk',
  form: 'Your form',
  invitation: 'The invitation',
};

/** @param modules the exports of each module, by its path. */
export function textFields(modules: Readonly<Record<string, Dictionary>>): ElementField[] {
  const fields = new Map<string, ElementField>();
  const found = Object.entries(modules)
    .map(([path, exports]) => ({ name: nameOf(path), exports }))
    .sort((one, other) => rank(one.name) - rank(other.name));
  for (const { name, exports } of found) {
    const dictionaries = Object.values(exports).filter(isDictionary);
    for (const field of dictionaries.flatMap((each) =>
      fieldsOf(each, titles[name] ?? `Others: ${name}`),
    )) {
      // The panel's dictionary repeats the launcher's.
      if (!fields.has(field.key)) fields.set(field.key, field);
    }
  }
  return [...fields.values()];
}

function fieldsOf(dictionary: Dictionary, group: string, before = ''): ElementField[] {
  return Object.entries(dictionary).flatMap(([key, value]): ElementField[] => {
    const name = before + key;
    if (isDictionary(value)) return fieldsOf(value, 'When a call fails', `${name}.`);
    // The attribute `lang` sets the language.
    if (typeof value !== 'string' || name === 'language') return [];
    return [
      {
        key: `text.${name}`,
        target: 'text',
        name,
        kind: 'text',
        group,
        fallback: value,
        words: [],
      },
    ];
  });
}

/** A dictionary without a title comes last. */
function rank(name: string): number {
  const index = Object.keys(titles).indexOf(name);
  return index < 0 ? Object.keys(titles).length : index;
}

function nameOf(path: string): string {
  return /([\w-]+)-strings\.ts$/.exec(path)?.[1] ?? path;
}

function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null;
}
