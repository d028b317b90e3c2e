// Settings as the part of an address after `#`: it can be read, sent and edited, and no server sees it.

import { type Field, on, type Settings } from './fields.ts';
import { findProblem } from './find-problem.ts';

export function toAddress(settings: Settings): string {
  return new URLSearchParams([...settings]).toString();
}

/** What is unknown, invalid, secret or the default anyway, is left out. */
export function fromAddress(address: string, fields: readonly Field[]): Settings {
  const given = new URLSearchParams(address.replace(/^#/, ''));
  return settingsFrom(fields, ({ key, kind }) => {
    const value = given.get(key) ?? '';
    return kind === 'boolean' && (value === 'true' || (value === '' && given.has(key)))
      ? on
      : value;
  });
}

export function settingsFrom(
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
