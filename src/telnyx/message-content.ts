// Reads the content of a message: a string, one part, or a list of parts. A part holds words or an
// image.

import { at } from '../core/at.ts';

export interface MessageContent {
  readonly text: string;
  readonly images: readonly string[];
}

const textTypes: ReadonlySet<unknown> = new Set([undefined, 'text', 'input_text', 'output_text']);
const audioTypes: ReadonlySet<unknown> = new Set(['audio', 'input_audio', 'output_audio']);
const imageTypes: ReadonlySet<unknown> = new Set(['image_url', 'input_image', 'image']);

export function parseContent(content: unknown): MessageContent {
  const parts: readonly unknown[] = Array.isArray(content) ? content : [content];
  return { text: joinTexts(parts.map(textOf)), images: parts.flatMap(imagesOf) };
}

function textOf(part: unknown): string {
  if (typeof part === 'string') return part;
  const type = typeOf(part);
  if (!textTypes.has(type) && !audioTypes.has(type)) return '';
  const [text, transcript] = [at(part, 'text'), at(part, 'transcript')];
  const [first, second] = audioTypes.has(type) ? [transcript, text] : [text, transcript];
  return isFilled(first) ? first : isFilled(second) ? second : '';
}

/** Words are the same in any case. */
function typeOf(part: unknown): unknown {
  const type = at(part, 'type');
  return typeof type === 'string' ? type.toLowerCase() : type;
}

function imagesOf(part: unknown): string[] {
  if (!imageTypes.has(typeOf(part))) return [];
  const image = at(part, 'image_url');
  const url = typeof image === 'string' ? image : (at(image, 'url') ?? at(part, 'url'));
  return typeof url === 'string' && /^(https:\/\/|data:image\/)/i.test(url) ? [url] : [];
}

/**
 * Joins the texts. A part that repeats the one before is left out: it is the other form of the same
 * words, text or audio.
 */
function joinTexts(texts: readonly string[]): string {
  const filled = texts.filter(isFilled);
  const distinct = filled.filter((text, index) => text.trim() !== filled[index - 1]?.trim());
  const pieces = distinct.map((text, index) => {
    const before = distinct[index - 1] ?? ' ';
    const apart = /\s/.test(before.slice(-1)) || /^\s/.test(text);
    return apart ? text : ` ${text}`;
  });
  return pieces.join('');
}

function isFilled(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== '';
}
