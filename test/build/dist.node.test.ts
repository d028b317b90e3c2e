// The files of `npm run build`, as a site gets them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { ensureBuilt, filesIn } from './ensure-built.ts';
import { importsOf } from './imports-of.ts';

const entry = 'dist/cdn/telnyx-ai-call.js';

before(ensureBuilt);

describe('the built files', () => {
  it('are all there', () => {
    const files = ['index.js', 'index.d.ts', 'define.js', 'define.d.ts', 'custom-elements.json'];
    for (const name of files) assert.ok(existsSync(`dist/${name}`), name);
    for (const name of ['telnyx-ai-call.js', 'loader.js']) {
      assert.ok(existsSync(`dist/cdn/${name}`), name);
    }
  });

  it('have one size limit each: no pattern matches two', () => {
    const { 'size-limit': bounds } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      'size-limit': readonly { readonly path: string | readonly string[] }[];
    };
    const patterns = bounds.flatMap(({ path }) => path);
    const matched = patterns.map((pattern) => {
      const [start = '', end = ''] = pattern.split('*');
      const names = filesIn('dist/cdn').map((name) => name.replaceAll('\\', '/'));
      return names.filter((name) => name.startsWith(start) && name.endsWith(end || start)).length;
    });
    assert.deepEqual(
      patterns.filter((_, index) => matched[index] !== 1),
      [],
    );
  });

  it('hold no decorator that was not lowered', () => {
    for (const path of filesIn('dist', '.js')) {
      assert.doesNotMatch(read(path), /@(property|state|query|customElement|eventOptions)\(/, path);
    }
  });

  it('name the element in the manifest', () => {
    assert.match(read('dist/custom-elements.json'), /"tagName": "telnyx-ai-call"/);
  });
});

describe("the script tag's file", () => {
  it('imports nothing before a visitor wants it: its size is all that is eager', () => {
    assert.deepEqual(importsOf(read(entry)).fixed, []);
  });

  it('finds its chunks beside itself, wherever it is served from', () => {
    const { lazy } = importsOf(read(entry));
    assert.ok(lazy.length > 0, 'Nothing is lazy.');
    for (const name of lazy) {
      assert.match(name, /^\.\/chunks\/[\w.-]+\.js$/);
      assert.ok(existsSync(`dist/cdn/${name}`), name);
    }
    for (const path of filesIn('dist/cdn/chunks', '.js')) {
      const { fixed, lazy: later } = importsOf(read(path));
      for (const name of [...fixed, ...later]) assert.match(name, /^\.\.?\//, path);
    }
  });

  it('is named by no chunk: a page that loads it by another address would load it twice', () => {
    const chunks = filesIn('dist/cdn/chunks', '.js');
    const naming = chunks.filter((path) => read(path).includes('telnyx-ai-call.js'));
    assert.deepEqual(naming, []);
  });

  it('loads no other code for what a page may want before a call', () => {
    const beforeCall = /\/(launcher-extras|load-dictionary|[a-z]{2})-[\w-]+\.js$/;
    const chunks = filesIn('dist/cdn/chunks', '.js').filter((path) => beforeCall.test(path));
    assert.equal(chunks.length, 14);
    for (const path of chunks) assert.deepEqual(importsOf(read(path)).fixed, [], path);
  });

  it('lets nothing wait for the SDK but what a call that is up, or comes back, needs', () => {
    const chunks = filesIn('dist/cdn/chunks', '.js');
    const waiting = chunks.filter((path) =>
      importsOf(read(path)).fixed.some((name) => name.includes('/voice-')),
    );
    const names = waiting.map((path) => /([\w-]+)-\w+\.js$/.exec(path)?.[1]);
    assert.deepEqual(names.sort(), ['keep-call', 'page-tools', 'read-assistant-events']);
  });

  it('has everything in it, made for production, with source maps', () => {
    for (const path of filesIn('dist/cdn', '.js')) {
      const code = read(path);
      assert.doesNotMatch(code, /lit\.dev\/msg|__vitePreload|process\.env\.NODE_ENV/, path);
      assert.ok(existsSync(`${path}.map`), path);
    }
  });
});

describe('loader.js', () => {
  it('is small, and a classic script that leaves no name in the page', () => {
    const code = read('dist/cdn/loader.js');
    assert.ok(code.length < 1000);
    assert.deepEqual(importsOf(code), { fixed: [], lazy: [] });
    // The script runs twice: a name that it left in the page would be an error the second time.
    const page = createContext({ document: { currentScript: null }, HTMLScriptElement: Object });
    runInContext(code, page);
    runInContext(code, page);
  });
});

describe('the package', () => {
  it('does nothing in Node that Lit does not do', () => {
    const script = `
      await import('lit');
      const before = new Set(Reflect.ownKeys(globalThis));
      const { TelnyxAiCall, CallError } = await import('telnyx-ai-call');
      if (typeof TelnyxAiCall !== 'function' || typeof CallError !== 'function') throw Error('empty');
      if (globalThis.customElements?.get('telnyx-ai-call')) throw Error('registered');
      console.log(JSON.stringify(Reflect.ownKeys(globalThis).filter((key) => !before.has(key))));
    `;
    const parameters = ['--input-type=module', '--eval', script];
    const output = execFileSync(process.execPath, parameters, { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(output), []);
  });

  it('can be asked in Node to register the element', () => {
    const script = "await import('telnyx-ai-call/define'); await import('telnyx-ai-call/define')";
    execFileSync(process.execPath, ['--input-type=module', '--eval', script]);
  });

  it("leaves Lit and the SDK to the site's bundler", () => {
    const packages = filesIn('dist', '.js')
      .filter((path) => !path.includes('cdn'))
      .flatMap((path) => importsOf(read(path)).fixed)
      .filter((name) => !name.startsWith('.'));
    const names = packages.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0]);
    assert.deepEqual([...new Set(names)].sort(), [
      '@lit/reactive-element',
      '@telnyx/webrtc',
      'eventsource-parser',
      'lit',
      'marked',
    ]);
  });
});

function read(path: string): string {
  return readFileSync(path, 'utf8');
}
