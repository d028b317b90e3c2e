// All that the server is told, from the environment and nowhere else; checked before it starts.

export interface Config {
  readonly apiKey: string;
  /** Of the SIP credential connection that the users' credentials belong to. */
  readonly connectionId: string;
  /** Telnyx's REST API; nothing is the real one. */
  readonly telnyxUrl: string | undefined;
  /** Where the site's pages come from, as "https://www.example.com". */
  readonly siteOrigin: string;
  readonly sessionSecret: string;
  readonly databaseFile: string;
  readonly port: number;
  /** How often a user may ask each endpoint. */
  readonly requestsPerMinute: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const shortestSecret = 32;

/** @throws an error that names everything that is missing or wrong, and no value. */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const read = (name: string, what: string): string => {
    const value = environment[name]?.trim() ?? '';
    if (value === '') problems.push(`${name} is missing: ${what}.`);
    return value;
  };
  const readNumber = (name: string, absent: number, least: number): number => {
    const value = Number(environment[name]?.trim() || absent);
    if (Number.isInteger(value) && value >= least) return value;
    problems.push(`${name} is not a whole number of at least ${least}.`);
    return absent;
  };

  const config = {
    apiKey: read('TELNYX_API_KEY', 'an API key of your Telnyx account'),
    connectionId: read('TELNYX_CONNECTION_ID', 'the id of a SIP credential connection at Telnyx'),
    telnyxUrl: environment['TELNYX_BASE_URL']?.trim() || undefined,
    siteOrigin: read('SITE_ORIGIN', 'where your pages come from, as https://www.example.com'),
    sessionSecret: read('SESSION_SECRET', `${shortestSecret} random characters or more`),
    databaseFile: environment['DATABASE_FILE']?.trim() || 'telnyx-credentials.db',
    port: readNumber('PORT', 3000, 0),
    requestsPerMinute: readNumber('REQUESTS_PER_MINUTE', 20, 1),
  };
  if (config.sessionSecret !== '' && config.sessionSecret.length < shortestSecret) {
    problems.push(`SESSION_SECRET is shorter than ${shortestSecret} characters.`);
  }
  if (config.siteOrigin !== '' && !isOrigin(config.siteOrigin)) {
    problems.push('SITE_ORIGIN is not an origin: scheme and host, no path, no slash at the end.');
  }
  if (config.telnyxUrl !== undefined && !isSafe(config.telnyxUrl)) {
    problems.push('TELNYX_BASE_URL is neither https nor on this machine.');
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return config;
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** The API key goes there. */
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isOnThisMachine(hostname));
}

export function isOnThisMachine(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
