// The studio's snippets: they hold exactly what differs from the defaults, and whatever was typed cannot
// break out of its place.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSnippets } from '../../demo/studio/snippets/snippets.ts';
import { developerText } from '../../demo/studio/share/developer-text.ts';
import type { WidgetSettings } from '../../demo/studio/fields/widget-settings.ts';

const filesUrl = 'https://www.example.com/telnyx';
const release = {
  version: '1.2.3',
  integrity: { 'telnyx-ai-call.js': 'sha384-abc+/=' },
  filesUrl,
};
const nothing: WidgetSettings = { attributes: [], properties: [], texts: {}, form: [] };

function codeOf(id: string, settings: Partial<WidgetSettings> = {}, of = release): string {
  const snippets = createSnippets({ ...nothing, ...settings }, of);
  return snippets.find((each) => each.id === id)?.code ?? '';
}

const some: WidgetSettings = {
  attributes: [
    { name: 'assistant-id', value: 'assistant-1' },
    { name: 'feedback', value: true },
    { name: 'variables', value: '{"page":"it\'s"}', data: { page: "it's" } },
  ],
  properties: [['--telnyx-ai-call-accent', '#5b2bd6']],
  texts: { launcher: 'Hi', errors: { offline: 'Off' } },
  form: [{ label: 'Your {name}', name: 'your_name', type: 'text', isRequired: true }],
};

const script = `<script
  type="module"
  crossorigin
  integrity="sha384-abc+/="
  src="https://www.example.com/telnyx/telnyx-ai-call.js"
></script>`;

describe('a snippet', () => {
  it('holds the files’ address, the hash and the one attribute that is required, if nothing is set', () => {
    const expected = `${script}\n<telnyx-ai-call assistant-id="assistant-…"></telnyx-ai-call>`;
    assert.equal(codeOf('script'), expected);
    for (const id of ['wordpress', 'shopify', 'webflow']) assert.equal(codeOf(id), expected);
  });

  it('says where the hash comes from, if nothing was built', () => {
    const code = codeOf('script', {}, { ...release, integrity: {} as never });
    assert.match(code, /^<!-- integrity .* npm run build/);
    assert.doesNotMatch(code, /integrity=/);
  });

  it('holds what is set, as attributes, a rule and a script', () => {
    assert.equal(
      codeOf('script', some),
      `${script}
<style>
  telnyx-ai-call {
    --telnyx-ai-call-accent: #5b2bd6;
  }
</style>
<telnyx-ai-call
  assistant-id="assistant-1"
  feedback
  variables="{&quot;page&quot;:&quot;it's&quot;}"
>
  <form slot="form">
    <p><label>Your &#123;name&#125;<br /><input name="your_name" type="text" required /></label></p>
  </form>
</telnyx-ai-call>
<script type="module">
  document.querySelector('telnyx-ai-call').strings = {
    "launcher": "Hi",
    "errors": {
      "offline": "Off"
    }
  };
</script>`,
    );
  });

  it('of one line has the attributes on the script', () => {
    const code = codeOf('line', { attributes: some.attributes.slice(0, 2) });
    assert.match(code, /\n {2}data-assistant-id="assistant-1"\n {2}data-feedback\n><\/script>$/);
  });

  it('for npm imports the package', () => {
    assert.match(codeOf('npm', some), /import 'telnyx-ai-call\/define';/);
  });

  it('for React and Vue passes JSON as data, for Svelte as the text of an attribute', () => {
    assert.match(codeOf('react', some), /variables=\{variables\}[^]*style=\{look\}/);
    assert.match(codeOf('vue', some), /:variables="variables"[^]*:strings\.prop="strings"/);
    assert.match(codeOf('svelte', some), /variables=\{JSON\.stringify\(variables\)\}/);
  });

  it('for a tag manager makes the element and loads the loader', () => {
    const code = codeOf('tag-manager', some);
    assert.match(code, /call\.setAttribute\("feedback", ""\);/);
    assert.match(code, /script\.src = "https:\/\/www\.example\.com\/telnyx\/loader\.js";/);
    assert.doesNotMatch(code, /=>|\bconst\b|\blet\b|`/);
  });

  it('has no blank line, which WordPress would make a paragraph', () => {
    for (const { code } of createSnippets(some, release)) assert.doesNotMatch(code, /\n\s*\n/);
  });

  it('keeps whatever was typed in its place', () => {
    const evil = `"'></script></style><!--<script>alert(1)</script>{{x}}{evil}\${y}\`\\&amp;`;
    const settings: WidgetSettings = {
      attributes: [
        { name: 'assistant-id', value: evil },
        { name: 'caller-name', value: evil.replaceAll("'", '') },
        { name: 'variables', value: JSON.stringify({ evil }), data: { evil } },
      ],
      properties: [],
      texts: { launcher: evil },
      form: [{ label: evil, name: 'a', type: 'text', isRequired: false }],
    };
    for (const { id, code } of createSnippets(settings, release)) {
      // What was typed begins no tag and ends none of ours. Scripts hold it escaped.
      assert.doesNotMatch(code, /<script>alert|<!--<|<\/style>/, id);
      const opened = code.match(/<script/g)?.length ?? 0;
      assert.equal(code.match(/<\/script>/g)?.length ?? 0, opened, id);
      // Shopify would read it.
      assert.doesNotMatch(code, /\{\{|\{%/, id);
    }
  });

  it('for npm installs nothing by name that is on no registry', () => {
    for (const { id, how } of createSnippets(some, release)) {
      assert.doesNotMatch(how.join('\n'), /npm install telnyx-ai-call(?!-1\.2\.3\.tgz)/, id);
    }
  });
});

describe('the text for a developer', () => {
  const settings = new Map([
    ['assistant-id', 'assistant-1'],
    ['chat-url', '/api/telnyx-chat'],
  ]);
  const [snippet] = createSnippets(some, release);

  it('holds the code, what is set, what to check, and the way back', () => {
    assert.ok(snippet);
    const fields = [
      {
        key: 'assistant-id',
        target: 'attribute',
        name: 'assistant-id',
        kind: 'text',
        fallback: '',
        words: [],
        step: 'assistant',
        label: 'Your assistant’s ID',
      },
    ] as const;
    const text = developerText({ settings, fields, snippet, release, isLocal: false });
    assert.ok(text.includes(snippet.code));
    assert.match(text, /They lie at https:\/\/www\.example\.com\/telnyx\//);
    assert.match(text, /- Your assistant’s ID \(assistant-id\): assistant-1/);
    assert.match(text, /\[ \] .*Supports unauthenticated web calls/);
    assert.match(text, /\[ \] The endpoint for typing/);
    assert.match(text, /#assistant-id=assistant-1&chat-url=%2Fapi%2Ftelnyx-chat/);
    const local = developerText({ settings, fields, snippet, release, isLocal: true });
    assert.match(local, /npm ci && npm run build/);
  });
});
