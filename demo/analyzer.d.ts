// The parts of the manifest analyzer's types that the package itself leaves out.

declare module '@custom-elements-manifest/analyzer/index.js' {
  import type { Plugin } from '@custom-elements-manifest/analyzer';
  import type typescript from 'typescript';

  /** The analyzer's own TypeScript. The syntax trees that it gets must come from this version. */
  export const ts: typeof typescript;

  export function create(options: {
    readonly modules: readonly typescript.SourceFile[];
    readonly plugins: readonly Plugin[];
  }): object;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  import type { Plugin } from '@custom-elements-manifest/analyzer';

  export function litPlugin(): readonly Plugin[];
}
