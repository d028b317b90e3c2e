// Snippets for sites that are built with npm: plain, and for each framework. Frameworks differ in what they
// set as an attribute and what as a property. Where they set properties, JSON is given as data.

import { codeData, hasTexts, htmlAttribute, indented, lines, styleRule, tag } from './markup.ts';
import type { Release } from './release.ts';
import type { Snippet } from './snippet.ts';
import type { WidgetAttribute, WidgetSettings } from '../fields/widget-settings.ts';

const imported = (name: string) => `import 'telnyx-ai-call/${name}';`;
const element = 'telnyx-ai-call';

export function frameworkSnippets(widget: WidgetSettings, { version }: Release): Snippet[] {
  const install = `npm install telnyx-ai-call@${version}`;
  return [
    {
      id: 'npm',
      title: 'npm',
      note: `${install}, then in a page that a bundler reads:`,
      code: plain(widget),
    },
    {
      id: 'react',
      title: 'React 19',
      note: `${install}, then as a component:`,
      code: react(widget),
    },
    {
      id: 'vue',
      title: 'Vue 3',
      note: `${install}, then as a component. The compiler must know the tag: isCustomElement: (tag) => tag === 'telnyx-ai-call'.`,
      code: vue(widget),
    },
    {
      id: 'svelte',
      title: 'Svelte 5',
      note: `${install}, then as a component:`,
      code: svelte(widget),
    },
  ];
}

function plain({ attributes, properties, texts }: WidgetSettings): string {
  const rule = styleRule(properties, '  ');
  return lines(
    rule && lines('<style>', rule, '</style>'),
    tag(element, attributes.map(htmlAttribute)),
    '<script type="module">',
    `  ${imported('define')}`,
    hasTexts(texts) && `  document.querySelector('${element}').strings = ${codeData(texts, '  ')};`,
    '</script>',
  );
}

function react({ attributes, properties, texts }: WidgetSettings): string {
  const given = [
    ...attributes.map((each) =>
      each.data === undefined ? jsxAttribute(each) : `${each.name}={${dataOf(each)}}`,
    ),
    ...(properties.length > 0 ? ['style={look}'] : []),
    ...(hasTexts(texts) ? ['strings={strings}'] : []),
  ];
  return lines(
    imported('react'),
    ...constantsOf(attributes),
    properties.length > 0 && `const look = ${codeData(Object.fromEntries(properties))};`,
    hasTexts(texts) && `const strings = ${codeData(texts)};`,
    'export function Call() {',
    '  return (',
    indented(tag(element, given, ' />'), '    '),
    '  );',
    '}',
  );
}

function vue({ attributes, properties, texts }: WidgetSettings): string {
  const given = [
    ...attributes.map((each) =>
      each.data === undefined ? htmlAttribute(each) : `:${each.name}="${dataOf(each)}"`,
    ),
    ...(hasTexts(texts) ? [':strings.prop="strings"'] : []),
  ];
  const rule = styleRule(properties, '  ');
  return lines(
    '<script setup>',
    imported('vue'),
    ...constantsOf(attributes),
    hasTexts(texts) && `const strings = ${codeData(texts)};`,
    '</script>',
    '<template>',
    indented(tag(element, given, ' />'), '  '),
    '</template>',
    rule && lines('<style>', rule, '</style>'),
  );
}

function svelte({ attributes, properties, texts }: WidgetSettings): string {
  const given = [
    ...attributes.map((each) => {
      if (each.data === undefined) return jsxAttribute(each);
      const data = dataOf(each);
      return `${each.name}={${isNumber(each) ? data : `JSON.stringify(${data})`}}`;
    }),
    ...(hasTexts(texts) ? ['{strings}'] : []),
  ];
  const rule = styleRule(properties, '  ');
  return lines(
    '<script>',
    `  ${imported('svelte')}`,
    ...constantsOf(attributes).map((line) => indented(line, '  ')),
    hasTexts(texts) && `  const strings = ${codeData(texts, '  ')};`,
    '</script>',
    tag(element, given),
    rule && lines('<style>', rule, '</style>'),
  );
}

/** JSON gets a constant; a number is written where it is used. */
function constantsOf(attributes: readonly WidgetAttribute[]): string[] {
  return attributes
    .filter((each) => each.data !== undefined && !isNumber(each))
    .map((each) => `const ${dataOf(each)} = ${codeData(each.data)};`);
}

function dataOf(attribute: WidgetAttribute): string {
  return isNumber(attribute) ? String(attribute.data) : attribute.name;
}

function isNumber({ data }: WidgetAttribute): boolean {
  return typeof data === 'number';
}

/**
 * Written as text if JSX and Svelte read that text as it is. Otherwise written as an expression.
 */
function jsxAttribute({ name, value }: WidgetAttribute): string {
  if (value === true) return name;
  const isPlain = !/["'{}<>&\\\n]/.test(value);
  return isPlain ? `${name}="${value}"` : `${name}={${codeData(value)}}`;
}
