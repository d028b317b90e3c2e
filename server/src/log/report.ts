// Tells the site's owner what went wrong, and nobody else. No credential gets into it.

import { oneLine } from './one-line.ts';
import { formsOf } from './secret-forms.ts';

export type Report = (what: string, error: unknown) => void;

/**
 * What looks like a key or a token, whoever's it is. A token that is cut off, or has too few parts, counts: to look for
 * all three would take minutes for a text that is made to do so.
 */
const looksSecret = /\b(?:Bearer|Basic)\s+\S+|\bKEY[\w-]{8,}|\beyJ[\w-]+(?:\.[\w-]+)*/gi;
/** What a URL has before its host, and the value of what is named as a secret: `api_key=…`, `"token":"…"`. */
const namedSecret =
  /(?<=:\/\/)[^\s/@]{1,200}(?=@)|(?<=(?:key|token|secret|passw(?:or)?d)["']?[=:]["']?)(?!\[secret\])[^\s"'&,;]+/gi;

const longestReason = 1000;
const mostCauses = 4;

/**
 * Removes credentials from what is reported: an API may repeat in its errors what it was sent. The report has the
 * error's causes in its message.
 */
export function withoutSecrets(report: Report, secrets: readonly string[]): Report {
  const forms = formsOf(secrets);
  const clean = (text: string) =>
    oneLine(
      forms
        .reduce((cleaned, form) => cleaned.replaceAll(form, '[secret]'), text)
        .replaceAll(looksSecret, '[secret]')
        .replaceAll(namedSecret, '[secret]'),
      longestReason,
    );
  return (what, error) => {
    if (!(error instanceof Error)) return report(what, typeof error);
    report(what, cleanedOf(error, clean));
  };
}

function cleanedOf(error: Error, clean: (text: string) => string): Error {
  try {
    const [first, ...causes] = causesOf(error);
    const reasons = causes.map((cause) => `; ${cause.name}: ${cause.message}${codeOf(cause)}`);
    const cleaned = new Error(clean([error.message, codeOf(first), ...reasons].join('')));
    cleaned.name = clean(error.name);
    return cleaned;
  } catch {
    // Whoever made the error let its parts throw. Something went wrong nevertheless.
    return new Error('An error that cannot be read');
  }
}

/** The error, its cause, the cause of that, and so on. */
function causesOf(error: Error): readonly Error[] {
  const found: Error[] = [];
  for (let next: unknown = error; next instanceof Error; next = next.cause) {
    if (found.length === mostCauses || found.includes(next)) break;
    found.push(next);
  }
  return found;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? ` (${error.code})` : '';
}
