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
