// What is published: the files that a site needs and no others, the licences of what they contain, and the
// files for editors.

import assert from 'node:assert/strict';
import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { ensureBuilt, filesIn } from './ensure-built.ts';

before(ensureBuilt);

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const expected = [
  /^(LICENSE|README\.md|package\.json)$/,
  /^(define|react|vue|svelte|cdn)\.js$/,
  /^dist\/(index|define)\.js(\.map)?$/,
  /^dist\/chunks\/[\w.-]+\.js(\.map)?$/,
  /^dist\/(index|define|react|vue|svelte)\.d\.ts$/,
  /^dist(\/[\w-]+)+\.d\.ts$/,
  /^dist\/(custom-elements|web-types|vscode\.html-custom-data)\.json$/,
  /^dist\/cdn\/(telnyx-ai-call|loader)\.js(\.map)?$/,
  /^dist\/cdn\/chunks\/[\w-]+\.js(\.map)?$/,
  /^dist\/cdn\/(integrity\.json|licenses\.md)$/,
];

describe('the package', { timeout: 60_000 }, () => {
  it('holds what a site needs, and nothing else', () => {
    const packed = execSync('npm pack --dry-run --json --ignore-scripts', {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    assert.deepEqual(
      paths.filter((path) => !expected.some((each) => each.test(path))),
      [],
    );
    const missing = expected.filter((each) => !paths.some((path) => each.test(path)));
    assert.deepEqual(missing, []);
    // A map without its script is left over from an earlier build.
    const maps = paths.filter((path) => path.endsWith('.map'));
    const scripts = paths.filter((path) => path.endsWith('.js'));
    assert.deepEqual(
      maps.filter((path) => !scripts.includes(path.replace(/\.map$/, ''))),
      [],
    );
  });

  it('has what its exports name', () => {
    const { exports } = readJson('package.json') as { exports: Record<string, unknown> };
    const named = JSON.stringify(exports).matchAll(/"(\.\/[\w./-]+\.(?:js|ts|json))"/g);
    for (const [, path = ''] of named) {
      if (!path.startsWith('./dist/')) continue;
      assert.ok(existsSync(path), path);
    }
  });

  it('has source maps with the source in them, since it has no other', () => {
    for (const path of filesIn('dist', '.js.map')) {
      const { sources, sourcesContent } = readJson(path) as {
        sources: string[];
        sourcesContent?: (string | null)[];
      };
      assert.equal(sourcesContent?.filter(Boolean).length, sources.length, path);
    }
  });
});

describe('licenses.md', () => {
  it("names every package in the script tag's files, each with the text of its licence", () => {
    const bundled = filesIn('dist/cdn', '.map').flatMap((path) => {
      const { sources } = readJson(path) as { sources: string[] };
      return sources.flatMap((source) => {
        const [, name = ''] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
        return name || [];
      });
    });
    // The SDK is one file that contains its dependencies.
    const inSdk = ['@peermetrics/webrtc-stats', 'events', 'loglevel', 'uuid'];
    const text = readFileSync('dist/cdn/licenses.md', 'utf8');
    for (const name of new Set([...bundled, ...inSdk])) {
      const section = text.split(`\n## ${name} - `)[1]?.split(/\n## \S+ - /)[0] ?? '';
      assert.match(section, /^[\d.]+ \((MIT|BSD-3-Clause)\)\n/, name);
      // The SDK publishes no source of its own.
      if (name === '@telnyx/webrtc') continue;
      assert.match(section, /Permission is hereby granted|Redistribution and use/, name);
    }
  });
});

describe('what editors read', () => {
  it('has the attributes, with the words that each takes', () => {
    const { tags } = readJson('dist/vscode.html-custom-data.json') as {
      tags: { name: string; attributes: { name: string; values?: { name: string }[] }[] }[];
    };
    const [tag] = tags;
    assert.equal(tag?.name, 'telnyx-ai-call');
    const valuesOf = (wanted: string) =>
      tag.attributes.find(({ name }) => name === wanted)?.values?.map(({ name }) => name);
    assert.deepEqual(valuesOf('resume'), ['auto', 'ask', 'off']);
    assert.equal(valuesOf('assistant-id'), undefined);
    assert.ok(tag.attributes.every(({ name }) => typeof name === 'string'));
  });

  it('has the version, the events, slots and parts (web types)', () => {
    const { version } = readJson('package.json') as { version: string };
    const types = readJson('dist/web-types.json') as {
      version: string;
      contributions: { html: { elements: Record<string, unknown>[] } };
    };
    assert.equal(types.version, version);
    const text = JSON.stringify(types.contributions.html.elements);
    for (const word of ['telnyx-call-start', 'consent', 'hang-up-button', 'bottom-left']) {
      assert.ok(text.includes(`"${word}"`), word);
    }
  });

  it('has the element by the files that are published, without its insides (manifest)', () => {
    const text = readFileSync('dist/custom-elements.json', 'utf8');
    assert.doesNotMatch(text, /src\/|"#|"private"/);
    const paths = [...text.matchAll(/"(?:path|module)": "([^"]+)"/g)].map(([, path = '']) => path);
    for (const path of paths) assert.ok(existsSync(path), path);
  });

  it('has what style sheets can ask the element for: its attribute and its states (manifest)', () => {
    interface Element {
      attributes: { name: string; readonly?: boolean }[];
      cssStates: { name: string }[];
    }
    const { modules } = readJson('dist/custom-elements.json') as {
      modules: { declarations: Element[] }[];
    };
    const [element] = modules.flatMap(({ declarations }) => declarations);
    const readOnly = element?.attributes.filter((each) => each.readonly).map(({ name }) => name);
    assert.deepEqual(readOnly, ['call-state']);
    const states = element?.cssStates.map(({ name }) => name);
    assert.deepEqual(states, ['listening', 'thinking', 'speaking', 'muted']);
  });
});
