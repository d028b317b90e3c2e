// Reads the words after `npm run check:assistant --`.

import { parseArgs } from 'node:util';

export interface CheckCommand {
  readonly assistantId: string;
  /** Where calls go: to Telnyx, to the local gateway, or to this signaling server. */
  readonly to: 'telnyx' | 'local' | URL;
  readonly isJson: boolean;
  /** That of the site's pages; `null`: the same as that of each endpoint. */
  readonly origin: string | null;
  /** The values of the page's form, by the names of its fields. */
  readonly fields: Readonly<Record<string, string>>;
}

export const usage = `npm run check:assistant -- <assistant id> [options]

  --gateway <ws url>         another signaling server than Telnyx
  --local                    the local gateway of this project
  --json                     only the result, as JSON, on standard output (with npm run --silent)
  --version <id>             the assistant's version
  --region <name>            Telnyx's region
  --tool <name>              a client tool that the assistant should use
  --patience <seconds>       the longest wait for what the assistant does (20)
  --chat-url <url>           the site's endpoints, whole; they are asked as a page of the site asks them
  --conversation-url <url>
  --token-url <url>
  --origin <origin>          that of the site's pages, if its endpoints are elsewhere
  --destination <address>    what a login by token calls

Ends with 0 if nothing failed, with 1 if a step failed, with 2 if it could not be tried.`;

const fieldOptions = {
  version: { type: 'string' },
  region: { type: 'string' },
  tool: { type: 'string' },
  patience: { type: 'string' },
  'chat-url': { type: 'string' },
  'conversation-url': { type: 'string' },
  'token-url': { type: 'string' },
  destination: { type: 'string' },
} as const;

/** @throws {Error} with a sentence that says what is wrong. */
export function parseCommand(words: readonly string[]): CheckCommand {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      ...fieldOptions,
      gateway: { type: 'string' },
      origin: { type: 'string' },
      local: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { gateway, local, json, version, origin, ...others } = values;
  const [assistantId = '', ...more] = positionals.map((each) => each.trim());
  if (assistantId === '') throw new Error('Name an assistant.');
  if (more.length > 0) throw new Error(`One assistant at a time: ${more.join(', ')} is too much.`);
  if (gateway !== undefined && local) throw new Error('Choose --gateway or --local, not both.');
  for (const name of ['chat-url', 'conversation-url', 'token-url'] as const) {
    const url = others[name];
    if (url !== undefined) parseWebAddress(`--${name}`, url);
  }
  const { patience, tool, destination } = others;
  if (patience !== undefined && !/^([2-9]|[12]\d|30)$/.test(patience)) {
    throw new Error('--patience is a whole number of seconds from 2 to 30.');
  }
  if (tool !== undefined && !/^[\w-]{1,64}$/.test(tool)) {
    throw new Error('--tool is a name of letters, digits, “_” and “-”, at most 64 signs long.');
  }
  if ((others['token-url'] === undefined) !== (destination === undefined)) {
    throw new Error('A login by token needs both --token-url and --destination.');
  }
  return {
    assistantId,
    to: local ? 'local' : gateway === undefined ? 'telnyx' : parseGateway(gateway),
    isJson: json,
    origin: origin === undefined ? null : parseWebAddress('--origin', origin).origin,
    fields: given({ 'assistant-version': version, ...others }),
  };
}

function parseGateway(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^wss?:$/.test(url.protocol)) return url;
  throw new Error(`--gateway is an address that begins with ws:// or wss://, not ${text}`);
}

function parseWebAddress(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new Error(`${name} is an address that begins with https:// or http://, not ${text}`);
}

function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
