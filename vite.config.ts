// Two builds: `vite build` makes the script tag's file with everything in it, `vite build --mode package`
// the modules for npm, which leave Lit and the SDK to the site's own bundler.

import { defineConfig, type LibraryOptions, type Plugin } from 'vite';

const cdn = {
  outDir: 'dist/cdn',
  entry: { 'telnyx-ai-call': 'src/cdn.ts' },
  external: [],
};

const npmPackage = {
  outDir: 'dist',
  entry: { index: 'src/index.ts', define: 'src/define.ts' },
  external: [/^lit($|\/)/, '@telnyx/webrtc'],
};

/** Minifiers leave template literals alone; a style sheet's white space means nothing. */
const tightStyles: Plugin = {
  name: 'tight-styles',
  transform: {
    filter: { id: /\.styles\.ts$/ },
    handler: (code) => ({
      code: code.replaceAll(/\s+/g, ' ').replaceAll(/ ?([{}:;,]) /g, '$1'),
      map: { mappings: '' },
    }),
  },
};

export default defineConfig(({ mode }) => {
  const { outDir, entry, external } = mode === 'package' ? npmPackage : cdn;
  // A library build leaves `import()` as it is: no preload helper, and chunks are found relative to
  // the module that asks for them, wherever it is served from.
  const lib: LibraryOptions = { entry, formats: ['es'] };
  return {
    plugins: [tightStyles],
    build: {
      lib,
      outDir,
      // The package's build goes around the other's folder.
      emptyOutDir: mode !== 'package',
      target: 'es2022',
      sourcemap: true,
      rolldownOptions: {
        external,
        // Shared code stays in the entry, so that it needs no second request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: true,
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  };
});
