// Snippets for sites that are built with npm: plain, and for each framework. Frameworks differ in what they
// set as an attribute and what as a property. Where they set properties, JSON is given as data.

import { formMarkup } from './form-markup.ts';
import {
  codeData,
  element,
  hasTexts,
  htmlAttribute,
  indented,
  lines,
  styleRule,
} from './markup.ts';
import type { Release } from './release.ts';
import type { Snippet } from './snippet.ts';
import type { WidgetAttribute, WidgetSettings } from '../fields/widget-settings.ts';

const imported = (name: string) => `import 'telnyx-ai-call/${name}';`;

export function frameworkSnippets(widget: WidgetSettings, { version }: Release): Snippet[] {
  const install = [
    'The package is on no registry yet. In the folder of this project, run: npm pack',
    `In the folder of your site, run: npm install ../telnyx-ai-call-${version}.tgz (its path from there)`,
  ];
  return [
    {
      id: 'npm',
      title: 'npm',
      how: [...install, 'Put this into a page that your bundler reads:'],
      code: plain(widget),
    },
    {
      id: 'react',
      title: 'React 19',
      how: [...install, 'Use this as a component:'],
      code: react(widget),
    },
    {
      id: 'vue',
      title: 'Vue 3',
      how: [
        ...install,
        'Let the compiler know the tag, in vite.config: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "telnyx-ai-call" } } })',
        'Use this as a component:',
      ],
      code: vue(widget),
    },
    {
      id: 'svelte',
      title: 'Svelte 5',
      how: [...install, 'Use this as a component:'],
      code: svelte(widget),
    },
  ];
}

function plain({ attributes, properties, texts, form }: WidgetSettings): string {
  const rule = styleRule(properties, '  ');
  return lines(
    rule && lines('<style>', rule, '</style>'),
    element(attributes.map(htmlAttribute), formMarkup(form)),
    '<script type="module">',
    `  ${imported('define')}`,
    hasTexts(texts) &&
      `  document.querySelector('telnyx-ai-call').strings = ${codeData(texts, '  ')};`,
    '</script>',
  );
}

function react({ attributes, properties, texts, form }: WidgetSettings): string {
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
    indented(element(given, formMarkup(form)), '    '),
    '  );',
    '}',
  );
}

function vue({ attributes, properties, texts, form }: WidgetSettings): string {
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
    indented(element(given, formMarkup(form)), '  '),
    '</template>',
    rule && lines('<style>', rule, '</style>'),
  );
}

function svelte({ attributes, properties, texts, form }: WidgetSettings): string {
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
    element(given, formMarkup(form)),
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
