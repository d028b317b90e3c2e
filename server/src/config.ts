// Reads the server's settings from the environment, and checks them before the server starts.

import { isIP } from 'node:net';
import { readRemoteAddress } from './calls/remote-address.ts';
import { problemsOfProxies } from './http/trusted-proxies.ts';
import { wantedSecret, weaknessOf } from './session-secrets.ts';
import { isId } from './telnyx/ids.ts';

export interface Config {
  readonly apiKey: string;
  /** The SIP credential connection of the users' credentials. `undefined`: no user logs in. */
  readonly connectionId: string | undefined;
  /** The assistants that visitors may type to, signed in or not. */
  readonly assistantIds: { has(assistantId: string): boolean };
  /** Another REST API than Telnyx's. `undefined`: Telnyx's. */
  readonly telnyxUrl: string | undefined;
  /** Where the site's pages come from, such as "https://www.example.com". All have the same scheme. */
  readonly siteOrigins: readonly string[];
  /** The first one signs, all verify. */
  readonly sessionSecrets: readonly string[];
  /** A module of the site's own that says who is signed in. */
  readonly loginModule: string | undefined;
  readonly databaseFile: string;
  /** A PostgreSQL or a remote libSQL that several machines share. `undefined`: the file. */
  readonly databaseUrl: string | undefined;
  /** Where several processes count their limits together. `undefined`: each for itself. */
  readonly redisUrl: string | undefined;
  /** The address that it listens on. */
  readonly host: string;
  readonly port: number;
  /** Where /metrics is; `undefined`: nowhere. */
  readonly metricsPort: number | undefined;
  /** The proxies whose word is taken for the visitor's address: addresses, networks, or how many there are. */
  readonly trustProxy: number | readonly string[];
  /** An idle connection stays open for so many seconds: longer than the proxy keeps it. */
  readonly keepAliveSeconds: number;
  /** How many requests a minute a visitor may send to each endpoint. */
  readonly requestsPerMinute: number;
  /** The same for a network: a /24 of IPv4, a /48 of IPv6. */
  readonly requestsPerNetwork: number;
  /** How many answers may stream to a visitor at the same time. */
  readonly streamsPerVisitor: number;
  readonly streamsPerNetwork: number;
  /** How many messages of all visitors may be answered in a day. */
  readonly answersPerDay: number;
  /** After so many seconds without a word an answer counts as broken off. */
  readonly silenceSeconds: number;
  /** After so many seconds an answer is broken off, however often a word of it comes. */
  readonly answerSeconds: number;
  /** For so many seconds after SIGTERM it still takes requests, while /readyz sends balancers away. */
  readonly leaveSeconds: number;
  /** For so many seconds after that, answers that are under way may go on. */
  readonly drainSeconds: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws an error that names everything that is missing or wrong, but shows no value. */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const read = (name: string, what: string): string => {
    const value = environment[name]?.trim() ?? '';
    // A list of commas only has nothing in it.
    if (/^[\s,]*$/.test(value)) problems.push(`${name} is missing: ${what}.`);
    return value;
  };
  const readNumber = (name: string, absent: number, least: number, most: number): number => {
    const text = environment[name]?.trim() || String(absent);
    // Not as JavaScript reads them: 0x10 and 1e3 are hardly what somebody meant.
    const value = /^(?:0|[1-9]\d*)$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    problems.push(
      value > most
        ? `${name} is more than ${most}.`
        : `${name} is not a whole number of at least ${least}.`,
    );
    return absent;
  };

  const assistantIds = listOf(environment['ASSISTANT_IDS'] ?? '');
  const allowed = new Set(assistantIds);
  for (const [index, id] of assistantIds.entries()) {
    if (!isId(id)) problems.push(`ASSISTANT_IDS: number ${index + 1} is not an assistant's id.`);
  }
  const readConnectionId = (): string | undefined => {
    const id = environment['TELNYX_CONNECTION_ID']?.trim() || undefined;
    // Typing works without a connection. Without an assistant too, there is nothing to serve.
    if (id !== undefined || allowed.size > 0) return id;
    const what = 'the id of a SIP credential connection at Telnyx';
    problems.push(`TELNYX_CONNECTION_ID is missing: ${what}, or ASSISTANT_IDS for typing only.`);
    return undefined;
  };

  const requestsPerMinute = readNumber('REQUESTS_PER_MINUTE', 20, 1, 100_000);
  const streamsPerVisitor = readNumber('STREAMS_PER_VISITOR', 2, 1, 100);
  const config = {
    apiKey: read('TELNYX_API_KEY', 'an API key of your Telnyx account'),
    connectionId: readConnectionId(),
    assistantIds: allowed,
    telnyxUrl: environment['TELNYX_BASE_URL']?.trim() || undefined,
    siteOrigins: listOf(
      read('SITE_ORIGIN', 'where your pages come from, as https://www.example.com'),
    ),
    sessionSecrets: listOf(read('SESSION_SECRET', wantedSecret)),
    loginModule: environment['LOGIN_MODULE']?.trim() || undefined,
    databaseFile: environment['DATABASE_FILE']?.trim() || 'telnyx-credentials.db',
    databaseUrl: environment['DATABASE_URL']?.trim() || undefined,
    redisUrl: environment['REDIS_URL']?.trim() || undefined,
    host: environment['HOST']?.trim() || '127.0.0.1',
    port: readNumber('PORT', 3000, 0, 65_535),
    metricsPort: environment['METRICS_PORT']?.trim()
      ? readNumber('METRICS_PORT', 0, 1, 65_535)
      : undefined,
    trustProxy: readProxies(environment['TRUST_PROXY']?.trim() || 'loopback'),
    keepAliveSeconds: readNumber('KEEP_ALIVE_SECONDS', 75, 1, 3600),
    requestsPerMinute,
    requestsPerNetwork: readNumber('REQUESTS_PER_NETWORK', requestsPerMinute * 5, 1, 1_000_000),
    streamsPerVisitor,
    streamsPerNetwork: readNumber('STREAMS_PER_NETWORK', streamsPerVisitor * 4, 1, 1000),
    answersPerDay: readNumber('ANSWERS_PER_DAY', 10_000, 1, 1_000_000),
    silenceSeconds: readNumber('SILENCE_SECONDS', 60, 1, 600),
    answerSeconds: readNumber('ANSWER_SECONDS', 300, 1, 3600),
    leaveSeconds: readNumber('LEAVE_SECONDS', 0, 0, 600),
    drainSeconds: readNumber('DRAIN_SECONDS', 10, 0, 600),
  };
  const isProduction = /^\s*production\s*$/i.test(environment['NODE_ENV'] ?? '');
  problems.push(
    ...problemsOfKey(config.apiKey),
    ...problemsOfSecrets(config.sessionSecrets, config.apiKey, isProduction),
    ...problemsOfOrigins(config.siteOrigins, isProduction),
    ...problemsOfHost(config.host),
    ...problemsOfProxies(config.trustProxy),
    ...problemsOfDatabase(config.databaseUrl),
    ...problemsOfUrl('REDIS_URL', config.redisUrl, ['redis:', 'rediss:']),
  );
  // With 0, the system chooses a port that is free.
  if (config.port !== 0 && config.metricsPort === config.port) {
    problems.push('METRICS_PORT is the same as PORT.');
  }
  if (config.telnyxUrl !== undefined && !isSafe(config.telnyxUrl)) {
    problems.push('TELNYX_BASE_URL is neither https nor on this machine.');
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return config;
}

function listOf(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

function readProxies(text: string): number | readonly string[] {
  return /^\d{1,2}$/.test(text) ? Number(text) : listOf(text);
}

function problemsOfKey(apiKey: string): readonly string[] {
  // A header of a request cannot carry it.
  return /[^!-~]/.test(apiKey) ? ['TELNYX_API_KEY has a character that no key has.'] : [];
}

function problemsOfSecrets(
  secrets: readonly string[],
  apiKey: string,
  isProduction: boolean,
): readonly string[] {
  return secrets.flatMap((secret, index) => {
    const weakness = weaknessOf(secret, apiKey, isProduction);
    return weakness === null ? [] : [`${nameIn(secrets, 'SESSION_SECRET', index)} ${weakness}`];
  });
}

function problemsOfOrigins(origins: readonly string[], isProduction: boolean): readonly string[] {
  const problems = origins.flatMap((origin, index) => {
    const name = nameIn(origins, 'SITE_ORIGIN', index);
    if (!isOrigin(origin)) {
      return [`${name} is not an origin: scheme and host, no path, no slash at the end.`];
    }
    if (!isProduction || isSafe(origin)) return [];
    return [`${name} is http: in production, visitors need https.`];
  });
  const isMixed = new Set(origins.map((origin) => origin.split(':')[0])).size > 1;
  // Cookies are for https only, or they are not.
  return isMixed ? [...problems, 'SITE_ORIGIN has both http and https.'] : problems;
}

function problemsOfHost(host: string): readonly string[] {
  if (host === 'localhost' || isIP(host) !== 0) return [];
  return ['HOST is no address of a machine, such as 0.0.0.0.'];
}

function problemsOfDatabase(url: string | undefined): readonly string[] {
  const schemes = ['postgres:', 'postgresql:', 'libsql:', 'https:', 'http:'];
  const problems = problemsOfUrl('DATABASE_URL', url, schemes);
  if (url === undefined || problems.length > 0 || url.startsWith('postgres')) return problems;
  const remote = readRemoteAddress(url);
  if (remote === null) {
    return ['DATABASE_URL has more than a host, a path, authToken and tls.'];
  }
  if (remote.authToken === undefined || isSafe(remote.url)) return [];
  return ['DATABASE_URL would send its authToken unencrypted: use https.'];
}

function problemsOfUrl(
  name: string,
  url: string | undefined,
  schemes: readonly string[],
): readonly string[] {
  if (url === undefined) return [];
  if (!URL.canParse(url) || !schemes.includes(new URL(url).protocol)) {
    return [`${name} does not begin with ${schemes.map((each) => `${each}//`).join(' or ')}.`];
  }
  const { username, password, pathname } = new URL(url);
  if (canDecode(username) && canDecode(password) && canDecode(pathname)) return [];
  return [`${name} has a % that means itself: write %25.`];
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function nameIn(list: readonly string[], name: string, index: number): string {
  return list.length === 1 ? name : `${name}, number ${index + 1},`;
}

/** @param origins all of the same scheme. */
export function isHttps(origins: readonly string[]): boolean {
  return origins.every((origin) => origin.startsWith('https:'));
}

function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** Whether what is sent there can be read by nobody on the way. */
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isOnThisMachine(hostname));
}

export function isOnThisMachine(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
