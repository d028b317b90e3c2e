// Makes an app of a framework's component, as a site's own build would.

import { mkdirSync, writeFileSync } from 'node:fs';
import { compile } from 'svelte/compiler';
import { compileScript, parse } from 'vue/compiler-sfc';
import { bundleApp } from './bundle-app.ts';

export type Framework = 'react' | 'vue' | 'svelte';

const jsx = '/** @jsxRuntime automatic */ /** @jsxImportSource react */';
const given = "{ user: 'Ann', asks: false }";

interface Compiled {
  readonly fileName: string;
  readonly code: string;
  /** Puts the component into `#root`. */
  readonly mount: string;
}

const compilers: Readonly<Record<Framework, (source: string) => Compiled>> = {
  react: (source) => ({
    fileName: 'component.tsx',
    code: jsx + source,
    mount: `import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import { Call } from './component.tsx';
      createRoot(root).render(createElement(Call, ${given}));`,
  }),
  vue: (source) => ({
    fileName: 'component.ts',
    code: compileVue(source),
    mount: `import { createApp } from 'vue';
      import Call from './component.ts';
      createApp(Call, ${source.includes('defineProps') ? given : '{}'}).mount(root);`,
  }),
  svelte: (source) => ({
    fileName: 'component.js',
    code: compile(source, { filename: 'Call.svelte', dev: true, css: 'injected' }).js.code,
    mount: `import { mount } from 'svelte';
      import Call from './component.js';
      mount(Call, { target: root, props: ${given} });`,
  }),
};

/** @returns the code of a script that mounts the component in `#root`. */
export async function mountComponent(framework: Framework, name: string, source: string) {
  const folder = `.cache/site/${name}`;
  const { fileName, code, mount } = compilers[framework](source);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${fileName}`, code);
  writeFileSync(`${folder}/main.js`, `const root = document.getElementById('root');\n${mount}`);
  return bundleApp(`${folder}/main.js`);
}

function compileVue(source: string): string {
  const isCustomElement = (tag: string) => tag === 'telnyx-ai-call';
  const { descriptor } = parse(source, {
    filename: 'Call.vue',
    templateParseOptions: { isCustomElement },
  });
  const { content } = compileScript(descriptor, { id: 'call', inlineTemplate: true });
  const sheet = JSON.stringify(descriptor.styles.map((style) => style.content).join('\n'));
  return `${content}
    document.head.append(Object.assign(document.createElement('style'), { textContent: ${sheet} }));`;
}
