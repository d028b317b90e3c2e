// What a checkout says of the version that is in it.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shape } from '../api/shape.ts';

export interface Repository {
  /** By the file that says it. */
  readonly versions: Readonly<Record<string, string>>;
  readonly changelog: string;
  /** What is not committed, a line for each file. */
  readonly uncommitted: readonly string[];
  readonly commit: string;
  /** The commit that has this version's tag, here or where it is pushed to. */
  readonly tagged: string | undefined;
  readonly api: Shape;
  readonly earlier: { readonly version: string; readonly api: Shape } | undefined;
}

export function readRepository(folder: string): Repository {
  const git = (...parameters: string[]) =>
    execFileSync('git', parameters, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trimEnd();
  const ask = (...parameters: string[]) => {
    try {
      return git(...parameters);
    } catch {
      return '';
    }
  };
  const text = (path: string) => readFileSync(join(folder, path), 'utf8');
  const versions = versionsIn(text, readdirSync(join(folder, 'docs')));
  const own = `v${versions['package.json']}`;
  const remotes = git('remote').split('\n').filter(Boolean);
  const pushed = remotes.flatMap((remote) => ask('ls-remote', remote, `refs/tags/${own}*`) || []);
  const tagged = ask('rev-parse', '--verify', `refs/tags/${own}^{commit}`) || lastHash(pushed);
  const tags = git('tag', '--list', 'v*', '--merged', 'HEAD', '--sort=-version:refname');
  const [before] = tags.split('\n').filter((tag) => tag !== '' && tag !== own);
  return {
    versions,
    changelog: text('CHANGELOG.md'),
    uncommitted: git('status', '--porcelain').split('\n').filter(Boolean),
    commit: git('rev-parse', 'HEAD'),
    tagged: tagged || undefined,
    api: JSON.parse(text('api/shape.json')) as Shape,
    earlier: before ? { version: before.slice(1), api: shapeAt(before) } : undefined,
  };

  function shapeAt(tag: string): Shape {
    return JSON.parse(ask('show', `${tag}:api/shape.json`) || '{}') as Shape;
  }
}

function versionsIn(
  text: (path: string) => string,
  docs: readonly string[],
): Readonly<Record<string, string>> {
  const versions: Record<string, string> = {};
  for (const name of ['package.json', 'package-lock.json']) {
    for (const path of [name, `server/${name}`]) {
      versions[path] = (JSON.parse(text(path)) as { version: string }).version;
    }
  }
  const inCode = 'src/core/version.ts';
  versions[inCode] = /'(\d[^']*)'/.exec(text(inCode))?.[1] ?? 'none';
  // Addresses on a CDN, and names of tarballs.
  const named = /telnyx-ai-call(?:-server)?[@-](\d+\.\d+\.\d+)/g;
  const pages = docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
  for (const path of ['README.md', ...pages]) {
    const found = [...text(path).matchAll(named)].map(([, version = '']) => version);
    const other = found.find((version) => version !== versions['package.json']);
    if (other !== undefined) versions[path] = other;
  }
  return versions;
}

/** Of a tag with a message, the line that ends with `^{}` has the commit, and it is the last. */
function lastHash(listed: readonly string[]): string {
  return listed.join('\n').split('\n').at(-1)?.split('\t')[0] ?? '';
}
