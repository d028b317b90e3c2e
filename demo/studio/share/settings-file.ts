// Settings as a file of JSON, to keep and to read again.

import { parseJson } from '../../../src/core/parse-json.ts';
import type { ElementField, Settings } from '../fields/fields.ts';
import { findProblem } from '../fields/find-problem.ts';
import { looksSecret } from '../fields/secrets.ts';

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
  /** What could not be used, and why, in a sentence; empty if all could. */
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
    const usable = typeof value === 'string' ? value.trim() : undefined;
    const why = whyLeftOut(field, usable);
    if (why !== undefined) leftOut.push(`${shortened(key)} (${why})`);
    else if (usable && usable !== field?.fallback) settings.set(key, usable);
  }
  return { settings, leftOut: inWords(leftOut) };
}

/** @returns `undefined`: the value can be used. */
function whyLeftOut(
  field: ElementField | undefined,
  value: string | undefined,
): string | undefined {
  if (!field) return 'unknown';
  if (value === undefined) return 'no usable value';
  if (looksSecret(value)) return 'looks like a secret';
  return findProblem(field, value) === undefined ? undefined : 'no usable value';
}

/** A file that is made to harm may have any number of names, of any length. */
function inWords(leftOut: readonly string[]): string {
  if (leftOut.length === 0) return '';
  const more = leftOut.length > mostNamed ? ` and ${leftOut.length - mostNamed} more` : '';
  return `Left out: ${leftOut.slice(0, mostNamed).join(', ')}${more}.`;
}

function shortened(name: string): string {
  if (looksSecret(name)) return '…';
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
