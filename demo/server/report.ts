/** Tells what went wrong to the site's owner, and to nobody else. */
export type Report = (what: string, error: unknown) => void;

/** Prints the message only. The error object of an HTTP client may hold a request and its headers. */
export function reportToConsole(what: string, error: unknown): void {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  console.error(`${what}. ${reason}`);
}

/** What looks like a key or a token, whoever's it is. */
const looksSecret = /\bBearer\s+\S+|\bKEY[\w-]{8,}|\beyJ[\w-]+\.[\w-]+\.[\w-]+/gi;

/** Removes credentials from what is reported: an API may repeat in its errors what it was sent. */
export function withoutSecrets(report: Report, secrets: readonly string[]): Report {
  const clean = (text: string) =>
    secrets
      .filter((secret) => secret !== '')
      .reduce((cleaned, secret) => cleaned.replaceAll(secret, '[secret]'), text)
      .replaceAll(looksSecret, '[secret]');
  return (what, error) => {
    if (!(error instanceof Error)) return report(what, typeof error);
    const cleaned = new Error(clean(error.message));
    cleaned.name = error.name;
    report(what, cleaned);
  };
}
