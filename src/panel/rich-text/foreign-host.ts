// Tells when the text of a link reads like another address than the one that it leads to.

/** Browsers read the first one as a dot. People read them all as one. */
const dots = /[\u3002\u00b7\u2027\u2219\u22c5\ua4f8]/g;
/** Spaces around a dot, unless a sentence or an abbreviation ends there. */
const gaps = / \. ?|(\p{L}{3})\. (?=\p{Ll})/gu;
const beginning = /^[^\p{L}\p{N}]*(?:https?:[/\\]*)?(?:www\.)?/u;
/** A path, or the end of the word. */
const rest = /^(?::?[/\\?#]|[^\p{L}\p{M}\p{N}]*$)/u;
const scheme = /^[^\p{L}\p{N}]*[a-z][a-z\d+.-]*:./u;
/** Two words with a dot between them, the last one with a letter, or four numbers: `a.example`, `192.0.2.1`. */
const likeAHost = /[^\s.]\.[\p{L}\p{M}\p{N}-]*\p{L}[\p{L}\p{M}\p{N}-]|(?:\d\.\d*){3}/u;

/**
 * @param text as it is shown.
 * @returns the host of the address, as browsers ask for it. Empty: the text names this host, or none.
 */
export function foreignHost(text: string, href: string): string {
  const { host } = new URL(href);
  const words = text
    .normalize('NFKC')
    .replace(dots, '.')
    .split(/\s+/)
    .join(' ')
    .replace(gaps, '$1.')
    .toLowerCase()
    .split(' ');
  return words.some((word) => !begins(word, host) && isAddress(word)) ? host : '';
}

/** Whether the word is this host, or an address there. */
function begins(word: string, host: string): boolean {
  const own = host.replace(/^www\./, '');
  const named = word.replace(beginning, '');
  return named.startsWith(own) && rest.test(named.slice(own.length));
}

function isAddress(word: string): boolean {
  return scheme.test(word) || likeAHost.test(word);
}
