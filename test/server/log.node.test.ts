// The lines of the log: when, which request, what, and why; one line each, whatever an API puts into its words.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { limitReports } from '../../server/src/log/limit-reports.ts';
import { createLog } from '../../server/src/log/create-log.ts';
import { withoutSecrets } from '../../server/src/log/report.ts';
import { requestContext } from '../../server/src/http/request-context.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { startProgram } from './program.ts';
import { environmentOf, makeFolder, siteOrigin } from './site.ts';

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const id = '00000000-0000-4000-8000-000000000000';
const traceId = '0af7651916cd43dd8448eb211c80319c';

interface Line {
  readonly level: string;
  readonly time: string;
  readonly requestId?: string;
  readonly traceId?: string;
  readonly cause: string;
  readonly msg: string;
}

/** Reads the log, which must be one object a line, with nothing hidden in it. */
function linesOf(log: string): readonly Line[] {
  const lines = log.trim().split('\n');
  for (const each of lines) assert.doesNotMatch(each, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  return lines.map((each) => {
    const line = JSON.parse(each) as Line;
    assert.match(line.time, time);
    assert.equal(line.level, 'error');
    assert.doesNotMatch(line.msg + line.cause, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    return line;
  });
}

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
});

after(async () => {
  await Promise.all([api.close(), folder.remove()]);
});

function told(error: unknown): Line {
  let log = '';
  withoutSecrets(createLog({ write: (text) => (log += text) }), ['the-secret'])('Failed', error);
  const [line, ...more] = linesOf(log);
  assert.ok(line && more.length === 0);
  return line;
}

describe('a line of the log', () => {
  it('has the time, the request, its trace, what happened, and why', () => {
    const trace = { traceId, headers: {} };
    const line = requestContext.run({ id, trace }, () => told(new TypeError('It broke')));
    assert.deepEqual([line.requestId, line.traceId], [id, traceId]);
    assert.deepEqual([line.msg, line.cause], ['Failed', 'TypeError: It broke']);
    assert.equal(told(new Error('It broke')).requestId, undefined);
  });

  it('has the cause of the cause, without credentials', () => {
    const root = Object.assign(new Error('connect to Bearer abc'), { code: 'ECONNREFUSED' });
    const { cause } = told(
      new Error('Connection error', { cause: new TypeError('failed', { cause: root }) }),
    );
    const reasons = 'TypeError: failed; Error: connect to [secret] (ECONNREFUSED)';
    assert.equal(cause, `Error: Connection error; ${reasons}`);
    assert.doesNotMatch(told(new Error('a', { cause: 'key the-secret' })).cause, /the-secret/);
  });

  it('ends, even if its causes do not', () => {
    const error = new Error('round');
    error.cause = error;
    assert.equal(told(error).cause, 'Error: round');
    assert.ok(told(new Error('long '.repeat(10_000))).cause.length < 1500);
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
        assert.ok(told(error).cause.includes('bad'));
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
    const lines = linesOf(program.log());
    const find = (wanted: string) => lines.find(({ requestId }) => requestId === wanted);
    assert.equal(find(failedId)?.msg, 'Telnyx gave no answer');
    assert.match(find(failedId)?.cause ?? '', /500/);
    assert.equal(find(forbiddenId)?.msg, 'Refused with 403');
    assert.equal(find(forbiddenId)?.cause, 'Error: Not this assistant: assistant-2');
    assert.ok(!program.log().includes(api.apiKey));
  });
});

describe('a report', () => {
  it('is written at once, however its text is made', () => {
    for (const text of ['-eyJ'.repeat(250_000), '.eyJa'.repeat(200_000), 'KEY-'.repeat(250_000)]) {
      const before = process.cpuUsage();
      told(new Error(text));
      // Others may use the machine meanwhile.
      assert.ok(process.cpuUsage(before).user < 500_000, text.slice(0, 8));
    }
  });

  it('has no part of a token, wherever a long text is cut', () => {
    const token = `eyJ${'a'.repeat(40)}.${'b'.repeat(300)}.${'c'.repeat(40)}`;
    for (let length = 0; length < 400; length += 7) {
      const text = `${'x'.repeat(length)} ${`${token} `.repeat(60)}`;
      assert.doesNotMatch(told(new Error(text)).cause, /eyJ|bbb|ccc/);
    }
  });

  it('does not fill the disk: of one kind, so many in a minute, and then how many more', () => {
    const lines: string[] = [];
    let nowMs = 0;
    const report = limitReports(
      (what, error) => lines.push(`${what}: ${String(error)}`),
      () => nowMs,
    );
    for (let count = 0; count < 1000; count += 1) report('Refused', new Error(String(count)));
    report('Another', new Error('told'));
    assert.equal(lines.length, 61);
    assert.equal(lines.at(-1), 'Another: Error: told');
    nowMs = 61_000;
    report('Refused', new Error('again'));
    assert.deepEqual(lines.slice(61), [
      'Refused: Error: 940 more in the last minute',
      'Refused: Error: again',
    ]);
  });
});
