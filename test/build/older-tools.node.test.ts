// The package in tools that do not read `exports`: the names that docs/start.md gives are found all the same, with
// their types and what they do.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { bundleApp } from './bundle-app.ts';
import { compileSite } from './compile-site.ts';
import { ensureBuilt } from './ensure-built.ts';

const folder = '.cache/site/older';
const installed = `${folder}/node_modules/telnyx-ai-call`;
const names = ['define', 'react', 'vue', 'svelte', 'cdn'];

before(() => {
  ensureBuilt();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(installed, { recursive: true });
  const known = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly files: readonly string[];
  };
  writeFileSync(`${installed}/package.json`, JSON.stringify({ ...known, exports: undefined }));
  for (const path of known.files) {
    cpSync(path.replace(/^\//, ''), `${installed}/${path}`, { recursive: true });
  }
});

describe('a tool that does not read `exports`', { timeout: 120_000 }, () => {
  for (const name of names) {
    it(`finds telnyx-ai-call/${name}, and leaves its effect in the bundle`, async () => {
      writeFileSync(`${folder}/${name}.js`, `import 'telnyx-ai-call/${name}';\n`);
      assert.match(await bundleApp(`${folder}/${name}.js`), /\.define\(["'`]telnyx-ai-call["'`]/);
    });
  }

  it('finds the package itself, which registers nothing', async () => {
    writeFileSync(
      `${folder}/index.js`,
      "import { TelnyxAiCall } from 'telnyx-ai-call';\nconsole.log(TelnyxAiCall);\n",
    );
    const code = await bundleApp(`${folder}/index.js`);
    assert.match(code, /extends/);
    assert.doesNotMatch(code, /\.define\(["'`]telnyx-ai-call["'`]/);
  });

  // Svelte's own types are found by `exports` only.
  const sites = {
    'plain.ts': `import 'telnyx-ai-call/define';
      import 'telnyx-ai-call/cdn';
      import { TelnyxAiCall } from 'telnyx-ai-call';
      const element: TelnyxAiCall = document.createElement('telnyx-ai-call');
      // @ts-expect-error: no such place
      element.placement = 'middle';`,
    'page.tsx': `import 'telnyx-ai-call/react';
      export const right = <telnyx-ai-call assistant-id="assistant-1" resume-hours={12} />;
      // @ts-expect-error: no such place
      export const wrong = <telnyx-ai-call placement="middle" />;`,
    'vue.ts': `import 'telnyx-ai-call/vue';
      import type { GlobalComponents } from 'vue';
      type Props = InstanceType<GlobalComponents['telnyx-ai-call']>['$props'];
      // @ts-expect-error: no such place
      export const wrong: Props = { placement: 'middle' };`,
  };
  const resolution = '--module esnext --moduleResolution node10 --ignoreDeprecations 6.0';
  for (const [name, text] of Object.entries(sites)) {
    it(`finds the types, as TypeScript's node10, in ${name}`, () => {
      assert.equal(compileSite(`older/${name}`, text, resolution), '');
    });
  }
});
