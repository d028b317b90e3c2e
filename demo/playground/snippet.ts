/** Code to copy: one of the ways into a page. */
export interface Snippet {
  readonly id: string;
  readonly title: string;
  /** Where it goes, and what to mind. */
  readonly note: string;
  readonly code: string;
}
