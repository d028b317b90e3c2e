// Writes settings into the page's address after `#`. People can read and send them; no server gets them.

import { type ElementField, on, type Settings } from '../fields/fields.ts';
import { findProblem } from '../fields/find-problem.ts';

export function toAddress(settings: Settings): string {
  return new URLSearchParams([...settings]).toString();
}

/** Leaves out what is unknown, invalid, secret, or the default. */
export function fromAddress(address: string, fields: readonly ElementField[]): Settings {
  const given = new URLSearchParams(address.replace(/^#/, ''));
  return settingsFrom(fields, ({ key, kind }) => {
    const value = given.get(key) ?? '';
    return kind === 'boolean' && (value === 'true' || (value === '' && given.has(key)))
      ? on
      : value;
  });
}

export function settingsFrom<Field extends ElementField>(
  fields: readonly Field[],
  read: (field: Field) => string,
): Map<string, string> {
  const values = fields.map((field) => [field, read(field).trim()] as const);
  const valid = values.filter(
    ([field, value]) =>
      value !== '' && value !== field.fallback && findProblem(field, value) === undefined,
  );
  return new Map(valid.map(([{ key }, value]) => [key, value]));
}
