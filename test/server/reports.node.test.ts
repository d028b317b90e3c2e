// What the site's owner reads in the server's log: the reason of each failure, and no credential.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { withoutSecrets } from '../../server/src/log/report.ts';
import { environmentOf, makeFolder, type Site, startSite } from './site.ts';

let api: TelnyxApi;
let site: Site;
let folder: Awaited<ReturnType<typeof makeFolder>>;

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
  site = await startSite({ ...environmentOf(api, folder.path), ASSISTANT_IDS: 'assistant-1' });
});

after(async () => {
  await site.close();
  await Promise.all([api.close(), folder.remove()]);
});

beforeEach(() => {
  api.refuseWith = null;
  site.reports.length = 0;
});

const call = { assistant_id: 'assistant-1', call_control_id: 'v3:one' };
const typed = { assistant_id: 'assistant-1', conversation_id: null, text: 'Hello' };

describe('the log of the server', { timeout: 60_000 }, () => {
  it('has what Telnyx said, without the key that Telnyx repeats', async () => {
    for (const status of [401, 403, 500]) {
      api.refuseWith = status;
      site.reports.length = 0;
      await (await site.visit('ada')).post('/api/telnyx-conversation', call);
      const [report = ''] = site.reports;
      assert.match(
        report,
        new RegExp(`No conversation could be looked up.*${status}.*upstream-words`),
      );
      assert.match(report, /\[secret\]/);
      assert.ok(!report.includes(api.apiKey), report);
      assert.doesNotMatch(report, /KEY0000|secretpart/);
    }
  });

  it('has each 403 with its reason', async () => {
    const visitor = await site.visit();
    const cases: [body: object, headers: Record<string, string>, reason: RegExp][] = [
      [typed, { origin: 'https://evil.example' }, /Not for other sites: https:\/\/evil\.example/],
      [{ ...typed, assistant_id: 'assistant-2' }, {}, /Not this assistant: assistant-2/],
      [
        { ...typed, conversation_id: 'somebody-elses' },
        {},
        /Not your conversation: somebody-elses/,
      ],
    ];
    for (const [body, headers, reason] of cases) {
      site.reports.length = 0;
      assert.equal((await visitor.post('/api/telnyx-chat', body, headers)).status, 403);
      assert.equal(site.reports.length, 1);
      assert.match(site.reports[0] ?? '', reason);
    }
  });

  it('has no secret of the site in another form', () => {
    const secrets = ['s3cr3t/of+the=site', 'wörd "quoted"'];
    for (const secret of secrets) {
      const bytes = Buffer.from(secret);
      const base64 = ['', 'a', 'ab', 'abc', 'user:'].flatMap((before) =>
        ['', 'z', 'zz'].map((after) => Buffer.from(before + secret + after)),
      );
      const forms = [
        encodeURIComponent(secret),
        encodeURIComponent(secret).toLowerCase(),
        new URLSearchParams({ secret }).toString().slice('secret='.length),
        JSON.stringify(secret).slice(1, -1),
        JSON.stringify(JSON.stringify(secret)).slice(3, -3),
        bytes.toString('hex'),
        bytes.toString('hex').toUpperCase(),
        ...base64.map((each) => each.toString('base64')),
        ...base64.map((each) => each.toString('base64url')),
      ];
      for (const form of forms) {
        let told = '';
        withoutSecrets((_what, error) => (told = String(error)), secrets)(
          'Failed',
          new Error('outer', { cause: new Error(`it said x${form}x`) }),
        );
        assert.match(told, /^Error: outer; Error: it said .{0,8}\[secret\].{0,8}$/, form);
      }
    }
  });

  it('has no secret of somebody else that is named as one', () => {
    const leaks = {
      'https://user:hidden@api.example/v2': 'https://[secret]@api.example/v2',
      'https://hidden@api.example': 'https://[secret]@api.example',
      'GET /v2?page=1&api_key=hidden&b=2': 'GET /v2?page=1&api_key=[secret]&b=2',
      '?authToken=hidden': '?authToken=[secret]',
      '{"access_token":"hidden","b":2}': '{"access_token":"[secret]","b":2}',
      'password=hidden': 'password=[secret]',
      'Authorization: Basic aGlkZGVu': 'Authorization: [secret]',
    };
    for (const [text, expected] of Object.entries(leaks)) {
      let told = '';
      withoutSecrets((_what, error) => (told = String(error)), [])('Failed', new Error(text));
      assert.equal(told, `Error: ${expected}`);
    }
    // Words that are no secrets stay.
    let told = '';
    const text = 'The token of this user: the key was refused (keys: 2); see https://a.example/@b';
    withoutSecrets((_what, error) => (told = String(error)), [])('Failed', new Error(text));
    assert.equal(told, `Error: ${text}`);
  });

  it('is written whatever the error is made of', () => {
    const strange = [
      Object.assign(new Error('x'), { name: 7 }),
      Object.assign(new Error('x'), { message: { deep: 1 } }),
      Object.defineProperty(new Error('x'), 'message', {
        get: () => {
          throw new Error('No');
        },
      }),
      Object.defineProperty(new Error('x'), 'cause', {
        get: () => {
          throw new Error('No');
        },
      }),
    ];
    for (const error of strange) {
      let count = 0;
      withoutSecrets(() => (count += 1), ['secret'])('Failed', error);
      assert.equal(count, 1);
    }
  });

  it('has no key, no token and no secret of the site, wherever they stand', () => {
    const told: string[] = [];
    const report = withoutSecrets(
      (what, error) => told.push(`${what}: ${String(error)}`),
      ['the-session-secret'],
    );
    const secrets = [
      'Authorization: Bearer abc.def/ghi',
      'key=KEY018A2B3C4D5E6F7_abcdefghij',
      'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLWhlcmU',
      'cookie the-session-secret',
    ];
    for (const secret of secrets) report('Failed', new TypeError(`at api.telnyx.com: ${secret}.`));
    report('Failed', { headers: { authorization: 'Bearer abc' } });
    assert.deepEqual(told, [
      'Failed: TypeError: at api.telnyx.com: Authorization: [secret]',
      'Failed: TypeError: at api.telnyx.com: key=[secret].',
      'Failed: TypeError: at api.telnyx.com: token [secret].',
      'Failed: TypeError: at api.telnyx.com: cookie [secret].',
      'Failed: object',
    ]);
  });
});
