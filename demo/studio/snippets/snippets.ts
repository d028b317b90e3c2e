// The code to copy, for each way of building a site. It holds only what differs from the defaults.

import { frameworkSnippets } from './framework-snippets.ts';
import { htmlAttribute, hasTexts, lines, scriptData, styleRule, tag } from './markup.ts';
import { type Release, urlOf } from './release.ts';
import type { Snippet } from './snippet.ts';
import type { WidgetAttribute, WidgetSettings } from '../fields/widget-settings.ts';

const file = 'telnyx-ai-call.js';

export function createSnippets(settings: WidgetSettings, release: Release): Snippet[] {
  const attributes = withAssistant(settings.attributes);
  const widget = { ...settings, attributes };
  return [
    {
      id: 'script',
      title: 'Script tag',
      note: 'Goes where the button should be in the page; anywhere, if it floats in a corner.',
      code: scriptTag(widget, release),
    },
    {
      id: 'line',
      title: 'One line',
      note: 'A page that has no such element yet gets one at its end.',
      code: oneLine(widget, release),
    },
    ...frameworkSnippets(widget, release),
    {
      id: 'wordpress',
      title: 'WordPress',
      note: 'Goes into a block “Custom HTML”, in the footer to have it on every page. WordPress lets only those roles write scripts that may post unfiltered HTML, as administrators.',
      code: scriptTag(widget, release),
    },
    {
      id: 'tag-manager',
      title: 'Tag manager',
      note: 'Goes into a tag “Custom HTML”, fired on all pages that should have the button.',
      code: tagManager(widget, release),
    },
  ];
}

/** Adds the attribute that is always needed. */
function withAssistant(attributes: readonly WidgetAttribute[]): readonly WidgetAttribute[] {
  const isNamed = attributes.some(({ name }) => name === 'assistant-id');
  return isNamed ? attributes : [{ name: 'assistant-id', value: 'assistant-…' }, ...attributes];
}

function scriptTag(widget: WidgetSettings, release: Release): string {
  return lines(
    howToHash(release, file),
    tag('script', scriptAttributes(release)),
    styleTag(widget),
    tag('telnyx-ai-call', widget.attributes.map(htmlAttribute)),
    textsScript(widget, false),
  );
}

function oneLine(widget: WidgetSettings, release: Release): string {
  const data = widget.attributes.map(({ name, value }) => ({ name: `data-${name}`, value }));
  return lines(
    howToHash(release, file),
    tag('script', [...scriptAttributes(release), ...data.map(htmlAttribute)]),
    styleTag(widget),
    textsScript(widget, true),
  );
}

/**
 * Tag managers accept no modules and no new syntax. Some drop attributes that they do not know.
 */
function tagManager({ attributes, properties, texts }: WidgetSettings, release: Release): string {
  const loader = 'loader.js';
  const hash = release.integrity[loader];
  const set = (target: string) => (each: WidgetAttribute) =>
    `    ${target}.setAttribute(${scriptData(each.name)}, ${scriptData(each.value === true ? '' : each.value)});`;
  return lines(
    howToHash(release, loader),
    styleTag({ properties }),
    '<script>',
    '  (function () {',
    "    var call = document.createElement('telnyx-ai-call');",
    ...attributes.map(set('call')),
    hasTexts(texts) && `    call.strings = ${scriptData(texts, '    ')};`,
    // In a page's head, there is no body yet.
    '    function add() { document.body.appendChild(call); }',
    "    if (document.body) add(); else document.addEventListener('DOMContentLoaded', add);",
    "    var script = document.createElement('script');",
    hash !== undefined && `    script.integrity = ${scriptData(hash)};`,
    "    script.crossOrigin = 'anonymous';",
    `    script.src = ${scriptData(urlOf(release, loader))};`,
    '    document.head.appendChild(script);',
    '  })();',
    '</script>',
  );
}

function scriptAttributes(release: Release): string[] {
  const hash = release.integrity[file];
  return [
    'type="module"',
    ...(hash === undefined
      ? []
      : ['crossorigin', htmlAttribute({ name: 'integrity', value: hash })]),
    htmlAttribute({ name: 'src', value: urlOf(release, file) }),
  ];
}

function howToHash({ integrity }: Release, name: string): string {
  const how = 'npm run build, then take it from dist/cdn/integrity.json';
  return integrity[name] === undefined ? `<!-- integrity of ${name}: ${how} -->` : '';
}

function styleTag({ properties }: Pick<WidgetSettings, 'properties'>): string {
  const rule = styleRule(properties, '  ');
  return rule && lines('<style>', rule, '</style>');
}

/** @param isAdded the script tag adds the element at some time; it is not in the page's own markup. */
function textsScript({ texts }: WidgetSettings, isAdded: boolean): string {
  if (!hasTexts(texts)) return '';
  const found = "document.querySelector('telnyx-ai-call')";
  return lines(
    '<script type="module">',
    isAdded && `  while (!${found}) await new Promise(requestAnimationFrame);`,
    `  ${found}.strings = ${scriptData(texts, '  ')};`,
    '</script>',
  );
}
