// The parts of the manifest's analyzer that its own types leave out.

declare module '@custom-elements-manifest/analyzer/index.js' {
  import type { Plugin } from '@custom-elements-manifest/analyzer';
  import type typescript from 'typescript';

  /** The analyzer's own TypeScript: its syntax trees must come from the same version. */
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
