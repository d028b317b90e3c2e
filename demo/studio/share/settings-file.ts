// Settings as a file of JSON, to keep and to read again.

import { parseJson } from '../../../src/core/parse-json.ts';
import type { ElementField, Settings } from '../fields/fields.ts';
import { findProblem } from '../fields/find-problem.ts';

const format = 'telnyx-ai-call settings';
/** A picture may be part of the settings. */
export const largestFileBytes = 1_000_000;
const mostNamed = 8;
const longestName = 40;

export function toFile(settings: Settings): string {
  return `${JSON.stringify({ format, settings: Object.fromEntries(settings) }, null, 2)}\n`;
}

export interface FileContents {
  readonly settings: Settings;
  /** What could not be used, in a sentence; empty if all could. */
  readonly leftOut: string;
}

/** @returns `undefined`: it is no file of the studio. */
export function fromFile(text: string, fields: readonly ElementField[]): FileContents | undefined {
  const file = parseJson(text);
  if (!isObject(file) || file['format'] !== format || !isObject(file['settings'])) return undefined;
  const settings = new Map<string, string>();
  const leftOut: string[] = [];
  for (const [key, value] of Object.entries(file['settings'])) {
    const field = fields.find((each) => each.key === key);
    const isUsable =
      field && typeof value === 'string' && findProblem(field, value.trim()) === undefined;
    if (!isUsable) leftOut.push(key);
    else if (value.trim() !== '' && value.trim() !== field.fallback)
      settings.set(key, value.trim());
  }
  return { settings, leftOut: inWords(leftOut) };
}

/** A file that is made to harm may have any number of names, of any length. */
function inWords(leftOut: readonly string[]): string {
  if (leftOut.length === 0) return '';
  const names = leftOut.slice(0, mostNamed).map((name) => name.slice(0, longestName));
  const more = leftOut.length > mostNamed ? ` and ${leftOut.length - mostNamed} more` : '';
  return `Left out: ${names.join(', ')}${more}.`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
