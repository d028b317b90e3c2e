// A credential that Telnyx has made, and that nobody could keep, is found by whoever is asked next: there is no second one.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CredentialStore } from '../../server/src/calls/credential-store.ts';
import { SqliteCredentials, sqliteTables } from '../../server/src/calls/sqlite-credentials.ts';
import { SqliteFile } from '../../server/src/calls/sqlite-file.ts';
import { UserTokens } from '../../server/src/calls/user-tokens.ts';
import { readConfig } from '../../server/src/config.ts';
import { Metrics } from '../../server/src/metrics.ts';
import { TelnyxAccount } from '../../server/src/telnyx/telnyx-account.ts';
import { createLoginToken } from '../telnyx-api/login-token.ts';
import { type RawApi, startRawApi } from '../telnyx-api/start-raw-api.ts';
import { makeFolder, siteOrigin } from './site.ts';

const claimMs = 50;
const hourMs = 3_600_000;

interface Made {
  readonly id: string;
  readonly name: string;
  readonly resource_id: string;
  readonly created_at: string;
}

let api: RawApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let file: SqliteFile;
let store: SqliteCredentials;
let account: TelnyxAccount;
let made: Made[] = [];
/** What Telnyx answers to each kind of request, in place of what it did; once. */
let failures: Partial<Record<'POST' | 'GET' | 'DELETE', number>> = {};

beforeEach(async () => {
  [api, folder] = await Promise.all([startRawApi(), makeFolder()]);
  made = [];
  failures = {};
  api.answer = ({ method = '', url = '' }, response) => {
    if (url.endsWith('/token')) return void response.end(createLoginToken('1', 60));
    if (method === 'POST') make('ada', Date.now());
    const failure = failures[method as 'POST'];
    failures = {};
    if (failure !== undefined) return send(response, failure, {});
    if (method === 'DELETE') made = made.filter(({ id }) => !url.endsWith(id));
    send(response, 200, { data: method === 'POST' ? made.at(-1) : made });
  };
  file = new SqliteFile(join(folder.path, 'credentials.db'), sqliteTables);
  store = new SqliteCredentials(file, claimMs);
  const config = readConfig({
    TELNYX_API_KEY: 'KEY-of-a-test',
    TELNYX_BASE_URL: api.url,
    TELNYX_CONNECTION_ID: '1234567890',
    SITE_ORIGIN: siteOrigin,
    SESSION_SECRET: 'a secret that is long enough for a test',
  });
  account = new TelnyxAccount(config, new Metrics());
});

afterEach(async () => {
  await store.close();
  await Promise.all([api.close(), folder.remove()]);
});

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function make(user: string, atMs: number): Made {
  const created_at = new Date(atMs).toISOString();
  const resource_id = 'connection:1234567890';
  const credential = { id: randomUUID(), name: `user-${user}`, resource_id, created_at };
  made.push(credential);
  return credential;
}

function tokensWith(kept: CredentialStore = store): UserTokens {
  return new UserTokens(account, kept, () => {});
}

describe('a credential that nobody could keep', { timeout: 30_000 }, () => {
  it('is found by a user who comes back an hour after the process was killed', async () => {
    assert.ok(await store.claim('ada'));
    const { id } = make('ada', Date.now() - hourMs);
    await file.change('update telnyx_claims set until_ms = until_ms - ?', [hourMs]);
    await tokensWith().tokenFor('ada');
    assert.equal(made.length, 1);
    assert.equal(await store.find('ada'), id);
  });

  it('is looked for again, if Telnyx could not list it', async () => {
    assert.ok(await store.claim('ada'));
    const { id } = make('ada', Date.now());
    failures = { GET: 429 };
    await assert.rejects(tokensWith().tokenFor('ada'), /429/);
    await tokensWith().tokenFor('ada');
    assert.equal(made.length, 1);
    assert.equal(await store.find('ada'), id);
  });

  it('is found, if Telnyx could not delete it', async () => {
    const failing: CredentialStore = {
      find: (user) => store.find(user),
      keep: () => Promise.reject(new Error('The connection was cut')),
      claim: (user) => store.claim(user),
      check: () => store.check(),
      close: () => store.close(),
    };
    const lost = tokensWith(failing).tokenFor('ada');
    while (made.length === 0) await new Promise(setImmediate);
    failures = { DELETE: 503 };
    await assert.rejects(lost, /was cut/);
    await tokensWith().tokenFor('ada');
    assert.equal(made.length, 1);
    assert.equal(await store.find('ada'), made[0]?.id);
  });

  for (const status of [502, 504]) {
    it(`is found, if a gateway before Telnyx answered in its place: ${status}`, async () => {
      failures = { POST: status };
      await assert.rejects(tokensWith().tokenFor('ada'), new RegExp(String(status)));
      await tokensWith().tokenFor('ada');
      assert.equal(made.length, 1);
    });
  }
});
