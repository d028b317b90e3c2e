// What the server uses of the package `cookie`: its version 0.7 has no types.
declare module 'cookie' {
  /** The first cookie of each name counts, which is the one with the longest path. */
  export function parse(header: string): Readonly<Record<string, string | undefined>>;
}
