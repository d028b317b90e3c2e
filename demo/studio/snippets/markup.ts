// Writes values in HTML, CSS and scripts, escaped so that a value can never become code.

import type { WidgetAttribute, WidgetTexts } from '../fields/widget-settings.ts';

/** Braces begin something in React, Vue, Svelte and Shopify. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;');
}

/** `name="value"`. It uses single quotes if that saves JSON from many `&quot;`. */
export function htmlAttribute({ name, value }: WidgetAttribute): string {
  if (value === true) return name;
  const text = escapeAttribute(value);
  if (text.includes('"') && !text.includes("'")) return `${name}='${text}'`;
  return `${name}="${text.replaceAll('"', '&quot;')}"`;
}

/** Only two braces begin something in an attribute. One alone is left, so that JSON can be read. */
function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\{(?=[{%#])/g, '&#123;');
}

/** For scripts in HTML: a `</script>` or `<!--` in a text would end or confuse the script. */
export function scriptData(value: unknown, indent = ''): string {
  // Shopify replaces what stands between two braces, wherever it is.
  const json = toJson(value).replace(
    /[<>&\u2028\u2029]|\{(?=[{%])/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return json.replaceAll('\n', `\n${indent}`);
}

/** For files of code. They are not HTML, but may become part of an HTML page. */
export const codeData = scriptData;

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** A rule for the element, or an empty text. The values were checked before. */
export function styleRule(
  properties: readonly (readonly [name: string, value: string])[],
  indent = '',
): string {
  if (properties.length === 0) return '';
  const lines = properties.map(([name, value]) => `  ${name}: ${value};`);
  return ['telnyx-ai-call {', ...lines, '}'].map((line) => indent + line).join('\n');
}

export function hasTexts(texts: WidgetTexts): boolean {
  return Object.keys(texts).length > 0;
}

/** The element with what stands in it. */
export function element(attributes: readonly string[], contents: string): string {
  const name = 'telnyx-ai-call';
  if (contents === '') return tag(name, attributes);
  return lines(tag(name, attributes, '>'), indented(contents, '  '), `</${name}>`);
}

/** A tag, on one line if it fits. */
export function tag(name: string, attributes: readonly string[], end = `></${name}>`): string {
  const line = `<${[name, ...attributes].join(' ')}${end}`;
  if (line.length <= 80 || attributes.length < 2) return line;
  return `<${name}\n${attributes.map((each) => `  ${each}\n`).join('')}${end.trim()}`;
}

export function lines(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== '').join('\n');
}

export function indented(text: string, indent: string): string {
  return text.replaceAll(/^(?=.)/gm, indent);
}
