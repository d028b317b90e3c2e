// The lines of the log: when, which request, what, and why; one line each, whatever an API puts into its words.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { lineOf } from '../../server/src/log/line-of.ts';
import { withoutSecrets } from '../../server/src/log/report.ts';
import { requestContext } from '../../server/src/http/request-context.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { startProgram } from './program.ts';
import { environmentOf, makeFolder, siteOrigin } from './site.ts';

const line = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ([\da-f-]{36}|-) \S.*$/;

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
});

after(async () => {
  await Promise.all([api.close(), folder.remove()]);
});

function told(error: unknown): string {
  const lines: string[] = [];
  withoutSecrets((what, cleaned) => lines.push(lineOf(what, cleaned)), ['the-secret'])(
    'Failed',
    error,
  );
  return lines.join('|');
}

describe('a line of the log', () => {
  it('has the time, the request, what happened, and why', () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const text = requestContext.run(id, () => lineOf('No answer', new TypeError('It broke')));
    assert.match(text, line);
    assert.match(text, / 00000000-0000-4000-8000-000000000000 No answer\. TypeError: It broke$/);
    assert.match(lineOf('No answer', new Error('It broke')), / - No answer\. Error: It broke$/);
  });

  it('has the cause of the cause, without credentials', () => {
    const root = Object.assign(new Error('connect to Bearer abc'), { code: 'ECONNREFUSED' });
    const text = told(
      new Error('Connection error', { cause: new TypeError('failed', { cause: root }) }),
    );
    assert.match(
      text,
      /Failed\. Error: Connection error; TypeError: failed; Error: connect to \[secret\] \(ECONNREFUSED\)$/,
    );
    assert.doesNotMatch(told(new Error('a', { cause: 'key the-secret' })), /the-secret/);
  });

  it('ends, even if its causes do not', () => {
    const error = new Error('round');
    error.cause = error;
    assert.match(told(error), line);
    assert.ok(told(new Error('long '.repeat(10_000))).length < 1500);
  });

  const forged = {
    'a new line': 'bad\n2026-01-01T00:00:00.000Z - All is well.',
    'a carriage return': 'bad\r2026',
    'an escape': 'bad\u001b[2K\u001b[1Gwell',
    'a line separator': 'bad\u2028well\u2029well\u0085well',
    'a change of direction': 'bad\u202ewell\u2066well',
    'a lone surrogate': 'bad\ud800well',
  };
  for (const [what, text] of Object.entries(forged)) {
    it(`is one line, with nothing hidden in it: ${what}`, () => {
      for (const error of [new Error(text), Object.assign(new Error('x'), { name: text })]) {
        const logged = told(error);
        assert.match(logged, line);
        assert.doesNotMatch(logged, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }
    });
  }
});

describe('the log of the program', { timeout: 60_000 }, () => {
  it('names each request, which its visitor can tell, too', async () => {
    const program = await startProgram({
      ...environmentOf(api, folder.path),
      ASSISTANT_IDS: 'assistant-1',
    });
    const ask = async (assistantId: string) => {
      const response = await fetch(`${program.url}/api/telnyx-chat`, {
        method: 'POST',
        headers: { origin: siteOrigin, 'content-type': 'application/json' },
        body: JSON.stringify({ assistant_id: assistantId, conversation_id: null, text: 'Hello' }),
      });
      await response.body?.cancel();
      return [response.status, response.headers.get('x-request-id') ?? ''] as const;
    };
    api.refuseWith = 500;
    const [failed, failedId] = await ask('assistant-1');
    const [forbidden, forbiddenId] = await ask('assistant-2');
    assert.deepEqual([failed, forbidden], [502, 403]);
    assert.notEqual(failedId, forbiddenId);
    program.child.kill('SIGTERM');
    await once(program.child, 'close');
    const lines = program.log().trim().split('\n');
    for (const each of lines) assert.match(each, line);
    const find = (id: string) => lines.find((each) => each.includes(` ${id} `)) ?? '';
    assert.match(find(failedId), /Telnyx gave no answer\. .*500/);
    assert.match(find(forbiddenId), /Refused with 403\. Error: Not this assistant: assistant-2/);
    assert.ok(!program.log().includes(api.apiKey));
  });
});
