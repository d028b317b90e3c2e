// Ids and tokens of Telnyx that cannot be any: they are neither kept nor passed on.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Environment, readConfig } from '../../server/src/config.ts';
import { Metrics } from '../../server/src/metrics.ts';
import { TelnyxAccount } from '../../server/src/telnyx/telnyx-account.ts';
import { type RawApi, startRawApi } from '../telnyx-api/start-raw-api.ts';
import { makeFolder, type Site, siteOrigin, startSite } from './site.ts';

const goodToken = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
const goodId = '7c0a3c1e-0000-4000-8000-000000000000';

let api: RawApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let site: Site;

beforeEach(async () => {
  [api, folder] = await Promise.all([startRawApi(), makeFolder()]);
  site = await startSite(environment());
});

function environment(): Environment {
  return {
    TELNYX_API_KEY: 'KEY-of-a-test',
    TELNYX_BASE_URL: api.url,
    TELNYX_CONNECTION_ID: '1234567890',
    SITE_ORIGIN: siteOrigin,
    SESSION_SECRET: 'a secret that is long enough for a test',
    DATABASE_FILE: `${folder.path}/credentials.db`,
  };
}

afterEach(async () => {
  await site.close();
  await Promise.all([api.close(), folder.remove()]);
});

async function askWith(id: unknown, token: string): Promise<number> {
  api.answer = ({ url }, response) => {
    if (url?.endsWith('/token')) return void response.end(token);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { id } }));
  };
  return (await (await site.visit('ada')).get('/api/telnyx-token')).status;
}

describe('what Telnyx lists', { timeout: 60_000 }, () => {
  function list(each: object): void {
    api.answer = (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: [each] }));
    };
  }

  it('is no conversation of a call where only something inside it has an id', async () => {
    const call = { assistant_id: 'assistant-1', call_control_id: 'v3:one' };
    const conversation = { metadata: call, created_at: new Date().toISOString() };
    const ada = await site.visit('ada');
    list({ ...conversation, id: goodId });
    assert.equal((await ada.post('/api/telnyx-conversation', call)).status, 200);
    list({ ...conversation, id: null, data: { id: goodId } });
    assert.equal((await ada.post('/api/telnyx-conversation', call)).status, 404);
  });

  it('is no credential of a user of another connection, or of another name', async () => {
    const account = new TelnyxAccount(readConfig(environment()), new Metrics());
    const ours = {
      id: goodId,
      name: 'user-ada',
      resource_id: 'connection:1234567890',
      created_at: new Date().toISOString(),
    };
    list(ours);
    assert.equal(await account.findCredential('ada'), goodId);
    for (const other of [
      { resource_id: 'connection:2' },
      { resource_id: ['connection:1234567890'] },
      { resource_id: undefined },
      { name: 'User-Ada' },
      { name: ['user-ada'] },
      { created_at: 'yesterday' },
      { created_at: '2020-01-01T00:00:00Z' },
      { id: null, data: { id: goodId } },
    ]) {
      list({ ...ours, ...other });
      assert.equal(await account.findCredential('ada'), null, JSON.stringify(other));
    }
  });
});

describe('a credential of Telnyx', { timeout: 60_000 }, () => {
  for (const id of [
    null,
    5,
    {},
    ['a'],
    '',
    'a b',
    '../../conversations?',
    'a\r\nb',
    'a'.repeat(300),
    'a'.repeat(5_000_000),
  ]) {
    it(`is not kept with the id ${JSON.stringify(id).slice(0, 30)}`, async () => {
      assert.equal(await askWith(id, goodToken), 500);
    });
  }

  it('is made anew after such an answer, once nobody can be making it any more', async () => {
    assert.equal(await askWith(null, goodToken), 500);
    assert.equal(await askWith(goodId, goodToken), 200);
  });

  it('has no token that no browser could send on', async () => {
    assert.equal(await askWith(goodId, `eyJ.${'a'.repeat(1_000_000)}.b`), 500);
  });
});
