import { build, defaultClientConditions } from 'vite';

/** Bundles a site's module into one file, for development, so that frameworks write their warnings. */
export async function bundleApp(
  entry: string,
  conditions: readonly string[] = defaultClientConditions,
): Promise<string> {
  const [built] = [
    await build({
      configFile: false,
      logLevel: 'error',
      resolve: { conditions: [...conditions] },
      define: {
        'process.env.NODE_ENV': '"development"',
        // Vue asks for them.
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
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
