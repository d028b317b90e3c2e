/** Code to copy: one of the ways to put the element into a page. */
export interface Snippet {
  readonly id: string;
  readonly title: string;
  /** Where the code goes, and what to consider. */
  readonly note: string;
  readonly code: string;
}
