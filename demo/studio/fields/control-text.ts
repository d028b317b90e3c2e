// How a value is written in its control: lists of texts and of facts are one a line there.

import { parseJson } from '../../../src/core/parse-json.ts';
import type { Field } from './fields.ts';

/** @returns what stands in the control for this value. */
export function toControlText({ kind }: Pick<Field, 'kind'>, value: string): string {
  const data = kind === 'texts' || kind === 'json' ? parseJson(value) : undefined;
  if (Array.isArray(data)) return data.map(String).join('\n');
  if (typeof data !== 'object' || data === null) return value;
  return Object.entries(data)
    .map(([name, each]) => `${name} = ${String(each)}`)
    .join('\n');
}

/** @returns the value that these words in the control mean. */
export function fromControlText({ kind }: Pick<Field, 'kind'>, text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return '';
  if (kind === 'texts') return JSON.stringify(lines);
  // Whoever knows JSON may write it.
  if (kind !== 'json' || text.trim().startsWith('{')) return text.trim();
  const facts = lines.map((line) => /^([^=]+)=(.*)$/.exec(line));
  if (facts.includes(null)) return text.trim();
  return JSON.stringify(
    Object.fromEntries(facts.map((fact) => [fact?.[1]?.trim() ?? '', valueOf(fact?.[2] ?? '')])),
  );
}

function valueOf(text: string): string | number | boolean {
  const word = text.trim();
  if (word === 'true' || word === 'false') return word === 'true';
  return word !== '' && String(Number(word)) === word ? Number(word) : word;
}
