// Tells when the text of a link reads like another address than the one that it leads to.

/** A scheme or opening signs, then a name, up to its path. */
const name = /^[^\p{L}\p{N}]*(?<scheme>[a-z][a-z\d+.-]*:[/\\]*)?(?<host>[^/\\?#]*)/u;
/** Two words with a dot between them, the last one with a letter: `a.example`. */
const likeAHost = /\S\.[\p{L}\p{M}\p{N}-]*\p{L}[\p{L}\p{M}\p{N}-]+(?::\d+)?$/u;

/**
 * @param text as it is shown.
 * @returns the host of the address, as browsers ask for it. Empty: the text names this host, or none.
 */
export function foreignHost(text: string, href: string): string {
  const { host } = new URL(href);
  const isForeign = text
    .normalize('NFKC')
    .toLowerCase()
    // Browsers read the full stop of Chinese and Japanese as a dot.
    .replaceAll('\u3002', '.')
    .split(/\s+/)
    .some((word) => isAnother(word, host));
  return isForeign ? host : '';
}

function isAnother(word: string, host: string): boolean {
  const { scheme, host: written = '' } = name.exec(word)?.groups ?? {};
  const said = written.replace(/[^\p{L}\p{M}\p{N}]+$/u, '');
  return (scheme !== undefined || likeAHost.test(said)) && bare(said) !== bare(host);
}

function bare(host: string): string {
  return host.replace(/^www\./, '');
}
