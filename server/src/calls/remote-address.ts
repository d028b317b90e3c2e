// Reads the address of a remote libSQL, as its own clients write it: libsql://host?authToken=…&tls=0, https: or http:.

const parameters: ReadonlySet<string> = new Set(['authToken', 'tls']);

export interface RemoteAddress {
  /** By `http:` or `https:`, without anything secret. */
  readonly url: string;
  readonly authToken: string | undefined;
}

/** @returns `null` if the text is no address of a remote libSQL. */
export function readRemoteAddress(text: string): RemoteAddress | null {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, host, pathname, hash, searchParams } = new URL(text);
  const isLibsql = protocol === 'libsql:';
  if (!isLibsql && protocol !== 'https:' && protocol !== 'http:') return null;
  if (username || password || hash || !host) return null;
  if ([...searchParams.keys()].some((name) => !parameters.has(name))) return null;
  const tls = searchParams.get('tls') ?? (protocol === 'http:' ? '0' : '1');
  const scheme = tls === '1' ? 'https:' : 'http:';
  if (!/^[01]$/.test(tls) || (!isLibsql && scheme !== protocol)) return null;
  const authToken = searchParams.get('authToken') ?? undefined;
  return { url: `${scheme}//${host}${pathname || '/'}`, authToken };
}
