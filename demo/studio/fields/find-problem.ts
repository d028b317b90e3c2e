// Checks whether a value suits a field. A value that fails here gets into no preview, no address and no
// snippet, wherever it came from.

import { readPhoneNumber } from '../../../src/core/phone-number.ts';
import { parseJson } from '../../../src/core/parse-json.ts';
import { type ElementField, on } from './fields.ts';
import { looksSecret } from './secrets.ts';

/** @returns what is wrong, in words for the person who fills in the form. */
export function findProblem(field: ElementField, value: string): string | undefined {
  if (looksSecret(value)) {
    return 'This looks like a secret. Everybody could read it, so it is left out.';
  }
  switch (field.kind) {
    case 'boolean':
      return value === on ? undefined : 'Either on or not there.';
    case 'number':
      return Number(value) >= 0 && Number(value) < Infinity ? undefined : 'A number, please.';
    case 'choice':
      return field.words.includes(value) ? undefined : `One of ${field.words.join(', ')}.`;
    case 'texts':
      return isTexts(parseJson(value)) ? undefined : 'One a line, please.';
    case 'json':
      return isVariables(parseJson(value)) ? undefined : 'One a line, please: page = prices';
    case 'address':
      return isWebAddress(value) ? undefined : 'A web address, please: https://…';
    case 'picture':
      return isPictureAddress(value)
        ? undefined
        : 'The web address of a picture, please: https://…';
    case 'colour':
      return problemOfCss(value, 'color', 'A colour, please: #5b2bd6, or teal.');
    case 'length':
      return problemOfCss(value, 'inline-size', 'A length, please: 20px, or 1rem.');
    case 'integer':
      return problemOfCss(value, 'z-index', 'A whole number, please.');
    case 'css':
      return problemOfCss(value, 'font-family', 'The names of typefaces, please: Georgia, serif');
    case 'text':
    case 'form':
      return undefined;
  }
}

/**
 * What is likely a mistake, but may be meant so.
 * @returns a sentence, or nothing.
 */
export function findDoubt({ key }: Pick<ElementField, 'key'>, value: string): string | undefined {
  if (value === '') return undefined;
  switch (key) {
    case 'assistant-id':
      return /^assistant-[\w-]+$/.test(value)
        ? undefined
        : 'An ID begins with “assistant-” and has no spaces. Is this the assistant’s name, or a number?';
    case 'avatar':
      return /^(https?:|data:image\/|\.{0,2}\/)/.test(value)
        ? undefined
        : 'This is no address of a picture, nor a file that could be read.';
    case 'phone':
      return readPhoneNumber(value) ? undefined : 'This is no phone number.';
    case 'prompts': {
      const prompts = parseJson(value);
      return Array.isArray(prompts) && prompts.length > 6
        ? 'Only the first six are shown.'
        : undefined;
    }
    default:
      return undefined;
  }
}

/** JSON has no other values than these and objects. */
function isVariables(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => typeof each !== 'object')
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

export function isPictureAddress(text: string): boolean {
  return isWebAddress(text) || /^(data:image\/|\/)/.test(text);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function problemOfCss(value: string, property: string, words: string): string | undefined {
  if (!isOneValue(value)) return words;
  // Only a browser can check this.
  const isKnown = typeof CSS === 'undefined' || CSS.supports(property, value);
  return isKnown ? undefined : words;
}

/** Whether the value cannot end its declaration, rule or style sheet, and fetches nothing. */
function isOneValue(value: string): boolean {
  if (/[;{}<>@\\!\n\r\f]|\/\*|(url|image|image-set|src|element)\(/i.test(value)) return false;
  const unquoted = value.replaceAll(/"[^"]*"|'[^']*'/g, '');
  if (/["']/.test(unquoted)) return false;
  let depth = 0;
  for (const letter of unquoted) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
