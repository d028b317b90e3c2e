// Settings as a file of JSON, to keep and to read again.

import { parseJson } from '../../../src/core/parse-json.ts';
import type { ElementField, Settings } from '../fields/fields.ts';
import { findProblem } from '../fields/find-problem.ts';

const format = 'telnyx-ai-call settings';

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
  return { settings, leftOut: leftOut.length > 0 ? `Left out: ${leftOut.join(', ')}.` : '' };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
