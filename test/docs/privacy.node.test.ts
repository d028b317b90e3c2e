// docs/consent.md: the keys in the browser's storage, the hosts and the cookies that it lists are those of the code.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ensureBuilt } from '../build/ensure-built.ts';
import { keptCallKey, storageKey } from '../../src/platform/conversation-storage.ts';

ensureBuilt();
const page = readFileSync('docs/consent.md', 'utf8');
const built = filesOf('dist/cdn', /\.js$/);
const sources = filesOf('src', /\.ts$/);

interface File {
  readonly path: string;
  readonly text: string;
}

function filesOf(folder: string, wanted: RegExp): readonly File[] {
  return readdirSync(folder, { encoding: 'utf8', recursive: true })
    .filter((name) => wanted.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function found(files: readonly File[], pattern: RegExp): Set<string> {
  return new Set(
    files.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, one = '']) => one)),
  );
}

function listed(heading: string, column: number): Set<string> {
  const [, part = ''] = page.split(`## ${heading}\n`);
  const rows = (part.split(/\n#+ /)[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  const cells = rows.map((row) => row.split(' | ')[column] ?? '');
  return new Set(
    cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one)),
  );
}

describe('the keys that docs/consent.md lists', () => {
  const keys = listed('What is stored, and what removes it', 1);

  it('are those that the widget makes, and those of the SDK', () => {
    const ours = [
      storageKey('<assistant-id>'),
      keptCallKey('<assistant-id>'),
      ...[...found(sources, /recordName = '(\w+)'/g)].map(storageKey),
      ...[...found(sources, /type NoteName = ([^;]+);/g)].flatMap((names) =>
        [...names.matchAll(/'(\w+)'/g)].map(([, name = '']) => storageKey(name)),
      ),
      ...found(sources, /'(telnyx-ai-call:v1:\w+)'/g),
    ];
    const sdk = [...found(built, /[`'"](telnyx-voice-sdk-[a-z-]*[a-z])[`'"]/g)];
    assert.ok(sdk.length >= 5, sdk.join());
    assert.deepEqual([...keys].sort(), [...ours, ...sdk].sort());
  });

  it('are used by no file that this test does not know', () => {
    const users = sources.filter(({ text }) =>
      /\b(localStorage|sessionStorage|indexedDB|caches|cookieStore|document\.cookie)\b(?!`)/.test(
        text.replaceAll(/\/\/.*|\/\*[^]*?\*\//g, ''),
      ),
    );
    assert.deepEqual(users.map(({ path }) => path).sort(), [
      'src/assistant/keep-call.ts',
      'src/call/ensure-storage.ts',
      'src/contract/visit-notes.ts',
      'src/element/widget.ts',
      'src/platform/conversation-storage.ts',
      'src/platform/device-storage.ts',
      'src/platform/keep-conversation.ts',
      'src/telnyx/lend-storage.ts',
      'src/telnyx/telnyx-client.ts',
    ]);
  });
});

describe('the hosts that docs/consent.md lists', () => {
  it('are all that the built files name', () => {
    const named = found(
      built,
      /(?:wss?|stuns?|turns?):(?:\/\/)?([a-z0-9.-]+\.(?:com|net|org|io))\b/g,
    );
    assert.ok(named.size >= 5, [...named].join());
    const missing = [...named].filter((host) => !page.includes(`\`${host}\``));
    assert.deepEqual(missing, []);
  });

  it('lead to no other page or endpoint by https', () => {
    // They stand in messages of Lit and others.
    const inMessages = ['github.com'];
    const named = found(built, /https?:\/\/([a-z0-9.-]+\.[a-z]{2,})/g);
    assert.deepEqual(
      [...named].filter((host) => !inMessages.includes(host)),
      [],
    );
  });

  it('have those that a call uses first', () => {
    const { TELNYX_ICE_SERVERS: servers } = createRequire(import.meta.url)('@telnyx/webrtc') as {
      TELNYX_ICE_SERVERS: Readonly<Record<string, RTCIceServer>>;
    };
    const client = readFileSync('src/telnyx/telnyx-client.ts', 'utf8');
    const used = [...client.matchAll(/TELNYX_ICE_SERVERS\.(\w+)/g)].flatMap(([, name = '']) =>
      [servers[name]?.urls ?? []].flat(),
    );
    const hosts = new Set(used.map((url) => url.split(':')[1] ?? ''));
    assert.deepEqual(
      [...hosts].sort(),
      [...listed('Hosts', 0)].filter((host) => /^(stun|turn)/.test(host)).sort(),
    );
  });
});

describe('the cookies that docs/consent.md lists', () => {
  it('have the name and the life of those that the server sets', () => {
    const source = readFileSync('server/src/chat/own-conversations.ts', 'utf8');
    const [, prefix = '?'] = /const prefix = '([^']+)'/.exec(source) ?? [];
    const [, days = '?'] = /const lifeMs = (\d+) \* 24 \* 3_600_000/.exec(source) ?? [];
    assert.match(page, new RegExp(`cookies \`${prefix}…\`.*\\| ${days} days`));
  });
});
