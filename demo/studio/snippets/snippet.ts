/** Code to copy: one of the ways to put the element into a page. */
export interface Snippet {
  readonly id: string;
  readonly title: string;
  /** Where the code goes, step by step. */
  readonly how: readonly string[];
  readonly code: string;
}
