import { build } from 'vite';

/** Bundles a site's module into one file, for development, so that frameworks write their warnings. */
export async function bundleApp(entry: string): Promise<string> {
  const [built] = [
    await build({
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"development"' },
      build: {
        write: false,
        minify: false,
        lib: { entry, formats: ['es'] },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
  ].flat();
  const [chunk] = built && 'output' in built ? built.output : [];
  if (!chunk) throw new Error(`${entry} was not bundled.`);
  return chunk.code;
}
