/** Tells the site's owner, and nobody else, what went wrong. */
export type Report = (what: string, error: unknown) => void;

/** The message only: error objects of HTTP clients may hold a request with its headers. */
export function reportToConsole(what: string, error: unknown): void {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  console.error(`${what}. ${reason}`);
}
