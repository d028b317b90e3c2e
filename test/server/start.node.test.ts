// The server as a program: what it says when settings are missing, and that it serves when they are not.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { createLogin } from '../../demo/demo-login.ts';
import { createApp } from '../../server/src/app.ts';
import { type Environment, readConfig } from '../../server/src/config.ts';
import { startTelnyxApi, type TelnyxApi } from '../telnyx-api/start-telnyx-api.ts';
import { environmentOf, makeFolder } from './site.ts';

let api: TelnyxApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;

before(async () => {
  api = await startTelnyxApi();
  folder = await makeFolder();
});

after(async () => {
  await api.close();
  await folder.remove();
});

function run(environment: Environment) {
  return spawn(process.execPath, ['--import', 'tsx', 'server/src/main.ts'], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function outcomeOf(environment: Environment): Promise<{ code: unknown; said: string }> {
  const child = run(environment);
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, 'exit')) as [unknown];
  return { code, said: (await said).join('') };
}

describe('the server, started', () => {
  it('names all that is missing, and ends with 1', async () => {
    const { code, said } = await outcomeOf({});
    assert.equal(code, 1);
    for (const name of ['API_KEY', 'CONNECTION_ID']) {
      assert.match(said, new RegExp(`TELNYX_${name} is missing`));
    }
    assert.match(said, /SITE_ORIGIN is missing/);
    assert.match(said, /SESSION_SECRET is missing/);
    assert.doesNotMatch(said, /at .*\.ts/);
  });

  it('names what is wrong without repeating it', () => {
    const environment = {
      ...environmentOf(api, folder.path),
      SESSION_SECRET: 'too short',
      SITE_ORIGIN: 'http://localhost:5173/path',
      TELNYX_BASE_URL: 'http://elsewhere.example',
      REQUESTS_PER_MINUTE: 'many',
    };
    assert.throws(() => readConfig(environment), {
      message: [
        'REQUESTS_PER_MINUTE is not a whole number of at least 1.',
        'SESSION_SECRET is shorter than 32 characters.',
        'SITE_ORIGIN is not an origin: scheme and host, no path, no slash at the end.',
        'TELNYX_BASE_URL is neither https nor on this machine.',
      ].join('\n'),
    });
  });

  const weak = {
    'one character': 'a'.repeat(40),
    'few characters': 'abcabcabdabdabcabcabdabcabcabdabcabca',
    'a part again and again': '0123456789abcdef0123456789abcdef',
    'words of an example': 'changeme-changeme-please-do-it-now-1',
    'words of another one': 'Your-secret-key-goes-here-0123456789',
    'the words of the instructions': '<32 random characters or more here>',
    'the command that makes one': '$(openssl rand -base64 32 | tr -d =)',
    'an address': 'https://shop.test/https://shop.test/1',
    'the alphabet': 'abcdefghijklmnopqrstuvwxyzabcdefg',
    'the alphabet, from its end': 'zyxwvutsrqponmlkjihgfedcba9876543210',
    'two alphabets by turns': 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
    'the keyboard': 'qwertyuiopasdfghjklzxcvbnmqwertyui',
    'nearly one character': 'aaaaaaaaaaaaaaaaaaaaaaaaaaabcdefgh',
    'each character again and again':
      'aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffgggggggghhhh',
    'a word with numbers': 'test1-test2-test3-test4-test5-test6',
  };
  for (const [what, secret] of Object.entries(weak)) {
    it(`refuses a secret that is easy to guess, in production only: ${what}`, () => {
      const environment = { ...environmentOf(api, folder.path), SESSION_SECRET: secret };
      readConfig(environment);
      assert.throws(() => readConfig({ ...environment, NODE_ENV: 'production' }), {
        message: 'SESSION_SECRET is easy to guess: make it of random characters.',
      });
    });
  }

  it('takes a secret of random characters', () => {
    for (let count = 0; count < 100; count += 1) {
      for (const encoding of ['hex', 'base64', 'base64url'] as const) {
        const SESSION_SECRET = randomBytes(encoding === 'hex' ? 16 : 24).toString(encoding);
        const environment = { ...environmentOf(api, folder.path), SESSION_SECRET };
        readConfig({ ...environment, NODE_ENV: 'production' });
      }
    }
  });

  it('takes no secret that has another use', () => {
    const key = 'KEY018A2B3C4D5E6F7_kV9x2LqzR7wB4nYc8TfHsM';
    const environment = { ...environmentOf(api, folder.path), TELNYX_API_KEY: key };
    assert.throws(() => readConfig({ ...environment, SESSION_SECRET: key }), {
      message: 'SESSION_SECRET is TELNYX_API_KEY: make another one.',
    });
  });

  it('counts a list without entries as missing', () => {
    for (const name of ['SITE_ORIGIN', 'SESSION_SECRET', 'TRUST_PROXY']) {
      for (const empty of [',', ' , ,']) {
        const environment = { ...environmentOf(api, folder.path), [name]: empty };
        assert.throws(() => readConfig(environment), new RegExp(`^Error: ${name} is `), empty);
      }
    }
  });

  it('takes no key that no request could carry, and shows nothing of it', () => {
    for (const key of ['KEY hidden', 'KEY\nhidden', '“KEYhidden”', 'KEYhidden\u200b']) {
      const environment = { ...environmentOf(api, folder.path), TELNYX_API_KEY: key };
      assert.throws(() => readConfig(environment), {
        message: 'TELNYX_API_KEY has a character that no key has.',
      });
    }
  });

  it('wants https in production, except on this machine', () => {
    const environment = { ...environmentOf(api, folder.path), NODE_ENV: 'production' };
    readConfig({ ...environment, SITE_ORIGIN: 'https://www.example.com' });
    readConfig({ ...environment, SITE_ORIGIN: 'http://localhost:5173' });
    for (const production of ['production', 'Production', ' production ']) {
      const wrong = { SITE_ORIGIN: 'http://www.example.com', NODE_ENV: production };
      assert.throws(() => readConfig({ ...environment, ...wrong }), {
        message: 'SITE_ORIGIN is http: in production, visitors need https.',
      });
    }
  });

  it('takes no origin with a star: no browser has such a one', () => {
    const environment = { ...environmentOf(api, folder.path), SITE_ORIGIN: 'https://*.test' };
    assert.throws(() => readConfig(environment), /^Error: SITE_ORIGIN is not an origin/);
  });

  it('takes stores by their schemes only, and shows no password', () => {
    for (const [name, url] of [
      ['DATABASE_URL', 'mysql://site:hidden@db.example/site'],
      ['DATABASE_URL', 'hidden'],
      ['REDIS_URL', 'http://hidden@redis.example'],
    ] as const) {
      assert.throws(
        () => readConfig({ ...environmentOf(api, folder.path), [name]: url }),
        (error: Error) => {
          assert.match(error.message, new RegExp(`^${name} does not begin with \\w+://`));
          return !error.message.includes('hidden');
        },
      );
    }
  });

  it('takes no password with a % that is not encoded: no connection could be made', () => {
    for (const [name, url] of [
      ['DATABASE_URL', 'postgres://site:hidden%@db.example/site'],
      ['REDIS_URL', 'redis://:hid%den@redis.example'],
    ] as const) {
      assert.throws(() => readConfig({ ...environmentOf(api, folder.path), [name]: url }), {
        message: `${name} has a % that means itself: write %25.`,
      });
    }
  });

  it('takes the address of a remote libSQL, and nothing that is not meant for it', () => {
    const environment = environmentOf(api, folder.path);
    for (const url of [
      'libsql://db.example',
      'libsql://db.example:8080/a/b?authToken=hidden',
      'https://db.example?authToken=hidden&tls=1',
      'http://db.example',
      'http://localhost:8080?authToken=hidden',
      'libsql://127.0.0.1:8080?tls=0&authToken=hidden',
    ]) {
      readConfig({ ...environment, DATABASE_URL: url });
    }
    for (const [url, problem] of [
      ['libsql://', 'has more than'],
      ['libsql://hidden@db.example', 'has more than'],
      ['https://db.example?token=hidden', 'has more than'],
      ['https://db.example?tls=0', 'has more than'],
      ['libsql://db.example?tls=hidden', 'has more than'],
      ['https://db.example#hidden', 'has more than'],
      ['http://db.example?authToken=hidden', 'would send its authToken unencrypted'],
      ['libsql://db.example?tls=0&authToken=hidden', 'would send its authToken unencrypted'],
    ] as const) {
      assert.throws(
        () => readConfig({ ...environment, DATABASE_URL: url }),
        (error: Error) => {
          assert.match(error.message, new RegExp(`^DATABASE_URL ${problem}`), url);
          return !error.message.includes('hidden');
        },
      );
    }
  });

  it('bounds every number', () => {
    const numbers = [
      'PORT',
      'REQUESTS_PER_MINUTE',
      'REQUESTS_PER_NETWORK',
      'STREAMS_PER_VISITOR',
      'STREAMS_PER_NETWORK',
      'ANSWERS_PER_DAY',
      'SILENCE_SECONDS',
      'ANSWER_SECONDS',
      'LEAVE_SECONDS',
      'DRAIN_SECONDS',
      'KEEP_ALIVE_SECONDS',
      'METRICS_PORT',
    ];
    for (const name of numbers) {
      const bounds = ['99999999999', '-1', '1.5', 'NaN', 'Infinity', '1e99'];
      // Other programs read some of these as another number, or as none.
      const forms = ['0x10', '1e1', '0b11', '0o17', '+5', '5.', '1.0', '5s', '1_000', '٥', '010'];
      for (const wrong of [...bounds, ...forms]) {
        const environment = { ...environmentOf(api, folder.path), [name]: wrong };
        assert.throws(() => readConfig(environment), new RegExp(`^Error: ${name} is `), wrong);
      }
    }
  });

  it('needs no connection for typing only, but then needs the assistants', () => {
    const environment = { ...environmentOf(api, folder.path), TELNYX_CONNECTION_ID: '' };
    assert.throws(() => readConfig(environment), /^Error: TELNYX_CONNECTION_ID is missing/);
    const { assistantIds } = readConfig({ ...environment, ASSISTANT_IDS: ' assistant-1, 2,' });
    assert.deepEqual(
      ['1', '2', ''].filter((id) => assistantIds.has(id)),
      ['2'],
    );
    assert.ok(assistantIds.has('assistant-1'));
    assert.throws(() => readConfig({ ...environment, ASSISTANT_IDS: 'assistant-1,a b' }), {
      message: "ASSISTANT_IDS: number 2 is not an assistant's id.",
    });
  });

  it('refuses to let anybody in on a site that is not on this machine', () => {
    const environment = environmentOf(api, folder.path);
    const config = readConfig({ ...environment, SITE_ORIGIN: 'https://www.example.com' });
    assert.throws(() => createApp(config, { createLogin }), /The demo login has no passwords/);
  });

  it('needs to be told who is signed in, where users get credentials', async () => {
    const environment = environmentOf(api, folder.path);
    const missing = await outcomeOf({ ...environment, LOGIN_MODULE: '' });
    assert.equal(missing.code, 1);
    assert.match(missing.said, /nothing says who they are: LOGIN_MODULE/);
    const wrong = await outcomeOf({ ...environment, LOGIN_MODULE: 'test/server/program.ts' });
    assert.equal(wrong.code, 1);
    assert.match(wrong.said, /LOGIN_MODULE exports no function createLogin/);
    const absent = await outcomeOf({ ...environment, LOGIN_MODULE: 'no-such-login.mjs' });
    assert.equal(absent.code, 1);
    assert.match(absent.said, /LOGIN_MODULE cannot be loaded.*Does its name end in \.mjs/);
  });

  it('says so when the database cannot be opened', async () => {
    const environment = environmentOf(api, folder.path);
    const { code, said } = await outcomeOf({ ...environment, DATABASE_FILE: '/no/such/folder/db' });
    assert.equal(code, 1);
    assert.match(said, /The server cannot start.\n {2}DATABASE_FILE cannot be opened: .*no\/such/);
  });

  it('says so when its port is taken', async () => {
    const port = new URL(api.url).port;
    const { code, said } = await outcomeOf({ ...environmentOf(api, folder.path), PORT: port });
    assert.equal(code, 1);
    assert.match(said, new RegExp(`PORT ${port} is taken`));
  });

  it('says so when the port of its metrics is taken, before it takes requests', async () => {
    const METRICS_PORT = new URL(api.url).port;
    const { code, said } = await outcomeOf({ ...environmentOf(api, folder.path), METRICS_PORT });
    assert.equal(code, 1);
    assert.match(said, new RegExp(`METRICS_PORT ${METRICS_PORT} is taken`));
    assert.doesNotMatch(said, /Listening/);
  });

  it('wants another port for its metrics than for visitors', () => {
    const environment = { ...environmentOf(api, folder.path), PORT: '3001' };
    readConfig({ ...environment, METRICS_PORT: '3002' });
    assert.throws(() => readConfig({ ...environment, METRICS_PORT: '3001' }), {
      message: 'METRICS_PORT is the same as PORT.',
    });
  });

  it('says outside production that a secret is easy to guess', async () => {
    const environment = { ...environmentOf(api, folder.path), SESSION_SECRET: 'a'.repeat(40) };
    const child = run(environment);
    const said = text(child.stdout);
    child.stdout.once('data', () => child.kill('SIGTERM'));
    assert.match(await said, /SESSION_SECRET is easy to guess. Production refuses it/);
  });

  it('serves when it has all, and ends when it is told to', async () => {
    const child = run(environmentOf(api, folder.path));
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /http:\S+:\d+/.exec(line.toString())?.[0];
    const response = await fetch(`${url}/api/telnyx-token`);
    assert.equal(response.status, 401);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [unknown];
    assert.equal(code, 0);
  });
});
