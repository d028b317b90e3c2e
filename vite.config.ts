// Two builds. `vite build --mode package` makes the modules for npm: they import the packages that they
// use, and the site's own bundler finds those. `vite build` makes the files for a script tag: they hold
// everything.

import terser from '@rollup/plugin-terser';
import { transform } from 'lightningcss';
import minifyTemplateLiterals from 'rollup-plugin-html-literals';
import { defineConfig, type LibraryOptions } from 'vite';
import { shareHelper } from './build/share-helper.ts';
import { integrityList } from './build/integrity-list.ts';
import { leaveGlobalsAlone } from './build/leave-globals-alone.ts';
import { lightenLit } from './build/lighten-lit.ts';
import { separateLazyCode, withoutMark } from './build/separate-lazy-code.ts';
import { untagStyles } from './build/untag-styles.ts';

/** Removes white space from markup and styles: the bundler's minifier leaves template literals alone. */
const minifyTemplates = minifyTemplateLiterals({
  include: 'src/**',
  options: {
    minifyOptions: {
      // The shapes of an icon are empty elements. Without the slash, what follows would be inside them.
      keepClosingSlash: true,
      minifyCSS,
    },
  },
});

function minifyCSS(text: string): string {
  const { code } = transform({ filename: 'styles.css', code: Buffer.from(text), minify: true });
  return code.toString();
}

/**
 * Terser after the bundler's own minifier makes a call a kilobyte lighter, most of it in the SDK. What is switched off
 * here would make the code shorter, and heavier once it is compressed.
 */
const minifyMore = terser({
  module: true,
  compress: {
    passes: 3,
    // Its types know lists of names only.
    pure_funcs: isNoDebugLine as never,
    booleans: false,
    negate_iife: false,
    keep_fargs: false,
    pure_getters: true,
    if_return: false,
  },
});

interface CallNode {
  readonly expression: {
    readonly property?: unknown;
    readonly expression?: { readonly name?: unknown };
  };
}

/**
 * Lines of the SDK below its level `info` are shown to nobody, not even with `debug`. They are 13 kB of its code. Terser
 * runs this in a thread of its own, with nothing around it.
 */
function isNoDebugLine({ expression: { property, expression } }: CallNode): boolean {
  return property !== 'debug' || expression?.name === 'console';
}

/**
 * Chromium then compiles the whole script while it loads, outside the page's main thread. Otherwise it
 * compiles each function on that thread at its first call. https://v8.dev/blog/explicit-compile-hints
 */
const compileAhead = '//# allFunctionsCalledOnLoad';

/**
 * A page's script may declare names that browsers have, such as `const URL = '/shop'`. All modules would then get the
 * page's value. Terser drops the names that a file does not use.
 */
const ownGlobals = 'const{Blob,CustomEvent,Map,Set,URL}=globalThis;';

const npmPackage = {
  outDir: 'dist',
  entry: { index: 'src/index.ts', define: 'src/define.ts' },
  external: [/^(@lit|lit)\//, 'eventsource-parser', 'marked', '@telnyx/webrtc'],
  license: false,
  sourcemap: true,
  // A site's bundler reads the annotations.
  comments: true,
  plugins: [minifyTemplates],
  groups: [],
};

const cdn = {
  outDir: 'dist/cdn',
  entry: { 'telnyx-ai-call': 'src/cdn.ts', loader: 'src/loader.ts' },
  external: [],
  // Lit's licence asks for it.
  license: { fileName: 'licenses.md' },
  // The maps lie beside the code. The code does not name them, so no visitor pays for the names.
  sourcemap: 'hidden' as const,
  comments: false,
  plugins: [
    separateLazyCode,
    lightenLit,
    leaveGlobalsAlone,
    minifyTemplates,
    untagStyles,
    minifyMore,
    shareHelper,
    integrityList,
  ],
  // The module that a call starts with, and all that it imports, are one chunk; so is the panel. Without this
  // the bundler puts what other chunks need too into further chunks, and a call waits for one more round trip.
  groups: [
    // What is said reads replies of the site, and so do calls, later on. What a call needs first does not wait for
    // the SDK, with which it has the names of errors in common.
    {
      name: 'call',
      test: /\/(assistant\/assistant|platform\/site\/read-reply|core\/name-of)\.ts/,
      priority: 2,
    },
    // What the SDK sends is written as what the widget stores and answers.
    { name: 'voice', test: /\/(call\/voice|core\/plain-json)\.ts/, priority: 2 },
    { name: 'panel', test: /\/panel\/panel-controller\.ts/, priority: 1 },
    // What is asked before a call waits for nothing of the conversation.
    { name: 'relative-time', test: /\/i18n\/relative-time\.ts/, priority: 1 },
    // Typing fills texts as well, and waits for the conversation's code anyway.
    { name: 'dialogue-panel', test: /\/(panel\/dialogue\/dialogue-panel|i18n\/fill)\.ts\?lazy/ },
  ],
};

export default defineConfig(({ mode }) => {
  const kind = mode === 'package' ? npmPackage : cdn;
  const { outDir, entry, external, license, sourcemap, comments, plugins, groups } = kind;
  // A library build leaves `import()` as it is. The browser finds a chunk relative to the module that
  // imports it, wherever the files are served from.
  const lib: LibraryOptions = { entry, formats: ['es'] };
  return {
    plugins,
    build: {
      lib,
      outDir,
      license,
      target: 'es2022',
      sourcemap,
      rolldownOptions: {
        external,
        output: {
          comments,
          // The loader is no module: what it declares would be the page's.
          intro: ({ name }) => (kind === cdn && name !== 'loader' ? ownGlobals : ''),
          postBanner: ({ fileName }) => (fileName === 'telnyx-ai-call.js' ? compileAhead : ''),
          // A library build keeps the white space otherwise.
          minify: true,
          codeSplitting: { groups },
          entryFileNames: '[name].js',
          // They compress better than letters.
          hashCharacters: 'hex',
          // The package has more chunks than six characters can tell apart.
          chunkFileNames: `chunks/[name]-[hash:${kind === cdn ? 6 : 7}].js`,
          sourcemapPathTransform: withoutMark,
        },
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  };
});
