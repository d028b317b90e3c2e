// The code to copy, for each way of building a site. It holds only what differs from the defaults.

import type { WidgetAttribute, WidgetSettings } from '../fields/widget-settings.ts';
import { formMarkup } from './form-markup.ts';
import { frameworkSnippets } from './framework-snippets.ts';
import { element, hasTexts, htmlAttribute, lines, scriptData, styleRule, tag } from './markup.ts';
import { type Release, urlOf } from './release.ts';
import type { Snippet } from './snippet.ts';

const file = 'telnyx-ai-call.js';

export function createSnippets(settings: WidgetSettings, release: Release): Snippet[] {
  const attributes = withAssistant(settings.attributes);
  const widget = { ...settings, attributes };
  return [
    {
      id: 'script',
      title: 'Any page',
      how: ['Paste it before </body>, or where a button “In the page” should stand.'],
      code: scriptTag(widget, release),
    },
    {
      id: 'line',
      title: 'One line',
      how: ['Paste it anywhere. The button is added at the end of the page.'],
      code: oneLine(widget, release),
    },
    {
      id: 'wordpress',
      title: 'WordPress',
      how: [
        'Appearance → Editor → Footer. Add a block “Custom HTML”, and paste.',
        'You need the role of an administrator: WordPress takes scripts from no other.',
      ],
      code: scriptTag(widget, release),
    },
    {
      id: 'shopify',
      title: 'Shopify',
      how: [
        'Online Store → Themes → … → Edit code → layout/theme.liquid.',
        'Paste it right before </body>, and save.',
      ],
      code: scriptTag(widget, release),
    },
    {
      id: 'webflow',
      title: 'Webflow',
      how: ['Site settings → Custom code → Footer code. Paste, save, and publish the site.'],
      code: scriptTag(widget, release),
    },
    {
      id: 'tag-manager',
      title: 'Tag manager',
      how: [
        'New tag → Custom HTML. Paste, and let it fire on all pages that should have the button.',
      ],
      code: tagManager(widget, release),
    },
    ...frameworkSnippets(widget, release),
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
    element(widget.attributes.map(htmlAttribute), formMarkup(widget.form)),
    textsScript(widget),
  );
}

function oneLine(widget: WidgetSettings, release: Release): string {
  const data = widget.attributes.map(({ name, value }) => ({ name: `data-${name}`, value }));
  return lines(
    howToHash(release, file),
    tag('script', [...scriptAttributes(release), ...data.map(htmlAttribute)]),
    styleTag(widget),
    additionsScript(widget),
  );
}

/**
 * Tag managers accept no modules and no new syntax. Some drop attributes that they do not know.
 */
function tagManager(widget: WidgetSettings, release: Release): string {
  const { attributes, properties, texts, form } = widget;
  const loader = 'loader.js';
  const hash = release.integrity[loader];
  const set = ({ name, value }: WidgetAttribute) =>
    `    call.setAttribute(${scriptData(name)}, ${scriptData(value === true ? '' : value)});`;
  return lines(
    howToHash(release, loader),
    styleTag({ properties }),
    '<script>',
    '  (function () {',
    "    var call = document.createElement('telnyx-ai-call');",
    ...attributes.map(set),
    hasTexts(texts) && `    call.strings = ${scriptData(texts, '    ')};`,
    form.length > 0 && `    call.innerHTML = ${scriptData(formMarkup(form))};`,
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

function textsScript({ texts }: WidgetSettings): string {
  if (!hasTexts(texts)) return '';
  return lines(
    '<script type="module">',
    `  document.querySelector('telnyx-ai-call').strings = ${scriptData(texts, '  ')};`,
    '</script>',
  );
}

/** The script tag adds the element at some time; it is not in the page's own markup. */
function additionsScript({ texts, form }: WidgetSettings): string {
  if (!hasTexts(texts) && form.length === 0) return '';
  const find = "document.querySelector('telnyx-ai-call')";
  return lines(
    '<script type="module">',
    `  while (!${find}) await new Promise(requestAnimationFrame);`,
    `  const call = ${find};`,
    hasTexts(texts) && `  call.strings = ${scriptData(texts, '  ')};`,
    form.length > 0 && `  call.innerHTML = ${scriptData(formMarkup(form))};`,
    '</script>',
  );
}
