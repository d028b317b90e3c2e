// Puts rich text into the page, and reads the elements that come of it.

import { render } from 'lit';
import type { RichText } from '../../../src/panel/rich-text/fresh-text.ts';
import { renderPlainText } from '../../../src/panel/rich-text/links.ts';
import { renderMarkdown } from '../../../src/panel/rich-text/markdown.ts';
import { readMarkdown } from '../../../src/panel/rich-text/markdown-tokens.ts';

export const markdown = (text: string): HTMLElement => show(renderMarkdown(text, readMarkdown));
export const plainText = (text: string): HTMLElement => show(renderPlainText(text));

function show(content: RichText): HTMLElement {
  const place = document.createElement('div');
  place.className = 'rich-text';
  render(content, place);
  return place;
}

/** Elements and text, without attributes: `p(some strong(bold) text)`. */
export function shape(node: Node): string {
  return [...node.childNodes].map(partShape).join('');
}

function partShape(node: Node): string {
  if (node instanceof Element) return `${node.localName}(${shape(node)})`;
  return node instanceof Text ? node.data : '';
}

export const links = (place: HTMLElement): HTMLAnchorElement[] => [...place.querySelectorAll('a')];
export const addresses = (place: HTMLElement): string[] => links(place).map(({ href }) => href);
export const elementNames = (place: HTMLElement): string[] =>
  [...new Set([...place.querySelectorAll('*')].map(({ localName }) => localName))].sort();
