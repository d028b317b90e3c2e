declare module 'spdx-satisfies' {
  /** @returns whether one of the allowed licences is enough for the expression. */
  export default function satisfies(expression: string, allowed: readonly string[]): boolean;
}
