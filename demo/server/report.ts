/** Tells what went wrong to the site's owner, and to nobody else. */
export type Report = (what: string, error: unknown) => void;

/** Prints the message only. The error object of an HTTP client may hold a request and its headers. */
export function reportToConsole(what: string, error: unknown): void {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  console.error(`${what}. ${reason}`);
}
