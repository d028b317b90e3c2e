// Two builds: `vite build --mode package` makes the modules for npm, which leave the packages they use
// to the site's own bundler; `vite build` the script tag's file with everything in it.

import minifyTemplateLiterals from 'rollup-plugin-html-literals';
import { defineConfig, type LibraryOptions } from 'vite';

const npmPackage = {
  outDir: 'dist',
  entry: { index: 'src/index.ts', define: 'src/define.ts' },
  external: [/^(@lit|lit)\//, 'marked', '@telnyx/webrtc'],
  license: false,
  // Bundlers read the annotations.
  comments: true,
};

const cdn = {
  outDir: 'dist/cdn',
  entry: { 'telnyx-ai-call': 'src/cdn.ts' },
  external: [],
  // Lit's licence asks for it, and comments in the code would cost every visitor.
  license: { fileName: 'licenses.md' },
  comments: false,
};

/** Minifiers of code leave template literals alone; white space in our markup and styles means nothing. */
const tightTemplates = minifyTemplateLiterals({
  include: 'src/**',
  options: { minifyOptions: { removeAttributeQuotes: true } },
});

export default defineConfig(({ mode }) => {
  const { outDir, entry, external, license, comments } = mode === 'package' ? npmPackage : cdn;
  // A library build leaves `import()` as it is: no preload helper, and chunks are found relative to
  // the module that asks for them, wherever it is served from.
  const lib: LibraryOptions = { entry, formats: ['es'] };
  return {
    plugins: [tightTemplates],
    build: {
      lib,
      outDir,
      license,
      target: 'es2022',
      sourcemap: true,
      rolldownOptions: {
        external,
        // Shared code stays in the entry, so that it needs no second request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          comments,
          // Said in full, because a library build would keep the white space.
          minify: {
            compress: { treeshake: { propertyReadSideEffects: false } },
            mangle: { toplevel: true },
            codegen: { removeWhitespace: true },
          },
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  };
});
