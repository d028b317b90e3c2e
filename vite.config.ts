// Two builds: `vite build --mode package` makes the modules for npm, which leave the packages they use
// to the site's own bundler; `vite build` the script tag's file with everything in it.

import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import terser from '@rollup/plugin-terser';
import minifyTemplateLiterals from 'rollup-plugin-html-literals';
import { defineConfig, type LibraryOptions, type Plugin, type Rolldown } from 'vite';

/** Minifiers of code leave template literals alone; white space in our markup and styles means nothing. */
const tightTemplates = minifyTemplateLiterals({
  include: 'src/**',
  // Shapes of an icon are empty elements: without the slash, what follows would be inside them.
  options: { minifyOptions: { removeAttributeQuotes: true, keepClosingSlash: true } },
});

/** That minifier keeps the white space inside of functions. */
const tightStyles: Plugin = {
  name: 'tight-styles',
  transform(code, id) {
    if (!id.endsWith('.styles.ts')) return null;
    // Nobody looks for a style by its line.
    return { code: code.replace(/\s*\n\s+/g, ' ').replace(/(\() | (?=\))/g, '$1'), map: null };
  },
};

/** A kilobyte less of what a call loads than by the bundler's own minifier alone. */
const tightCode = terser({
  module: true,
  ecma: 2020,
  // Reading a property does nothing else; nobody counts a function's parameters.
  compress: { passes: 3, pure_getters: true, keep_fargs: false },
  format: { comments: false },
});

/**
 * Chromium compiles the whole script while it loads, away from the page's own thread, instead of function
 * by function in it. https://v8.dev/blog/explicit-compile-hints
 */
const compileAhead = '//# allFunctionsCalledOnLoad';
const eagerScript = 'telnyx-ai-call.js';

/** The hash of every script, for pages that hold the script server to just these files. */
const integrity: Plugin = {
  name: 'integrity.json',
  generateBundle(_, bundle) {
    const scripts = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.js'));
    const hashes = scripts.map((script) => {
      const content = script.type === 'chunk' ? script.code : script.source;
      return [script.fileName, `sha384-${createHash('sha384').update(content).digest('base64')}`];
    });
    const source = `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'integrity.json', source });
  },
};

const npmPackage = {
  outDir: 'dist',
  entry: { index: 'src/index.ts', define: 'src/define.ts' },
  external: [/^(@lit|lit)\//, 'eventsource-parser', 'marked', '@telnyx/webrtc'],
  license: false,
  // Bundlers read the annotations.
  comments: true,
  sourcemap: true,
  plugins: [tightTemplates],
  groups: [],
};

const cdn = {
  outDir: 'dist/cdn',
  entry: { 'telnyx-ai-call': 'src/cdn.ts', loader: 'src/loader.ts' },
  external: [],
  // Lit's licence asks for it, and comments in the code would cost every visitor.
  license: { fileName: 'licenses.md' },
  comments: false,
  // They lie beside the code, which does not name them: that would cost every visitor too.
  sourcemap: 'hidden' as const,
  plugins: [tightTemplates, tightStyles, tightCode, integrity],
  groups: [{ name: callChunk }],
};

/**
 * What the call's code shares with code that comes later stays with it, for one request less: the
 * bundler would give it a chunk of its own.
 */
function callChunk(id: string, context: Rolldown.ChunkingContext): string | null {
  const isNeededBy = (root: string) => reach(resolve(root), context).has(id);
  return isNeededBy('src/assistant/assistant.ts') && !isNeededBy('src/cdn.ts') ? 'call' : null;
}

function reach(
  root: string,
  context: Rolldown.ChunkingContext,
  found = new Set<string>(),
): Set<string> {
  if (found.has(root)) return found;
  found.add(root);
  for (const id of context.getModuleInfo(root)?.importedIds ?? []) reach(id, context, found);
  return found;
}

export default defineConfig(({ mode }) => {
  const kind = mode === 'package' ? npmPackage : cdn;
  const { outDir, entry, external, license, comments, sourcemap, plugins, groups } = kind;
  // A library build leaves `import()` as it is: no preload helper, and chunks are found relative to
  // the module that asks for them, wherever it is served from.
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
        // Shared code stays in the entry, so that it needs no second request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          comments,
          postBanner: ({ fileName }) => (fileName === eagerScript ? compileAhead : ''),
          // Said in full, because a library build would keep the white space.
          minify: {
            compress: { treeshake: { propertyReadSideEffects: false } },
            mangle: { toplevel: true },
            codegen: { removeWhitespace: true },
          },
          codeSplitting: { groups, includeDependenciesRecursively: false },
          entryFileNames: '[name].js',
          // A digit of base 64 more would be a byte more for every visitor.
          hashCharacters: 'hex',
          chunkFileNames: 'chunks/[name]-[hash:6].js',
        },
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  };
});
