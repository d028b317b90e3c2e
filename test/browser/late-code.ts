// Lets the code that src/ imports lazily come late, as visitors get it: 50 to 400 ms for each file. For pages
// that ask for it by a cookie, see `test/support/late-code.ts`. Files that such a page names do not come at all, or
// are held back.

import { posix } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestRunnerCoreConfig, TestRunnerPlugin } from '@web/test-runner';
import {
  heldCodeComesUrl,
  heldCodeCookie,
  lateCodeCookie,
  leastDelayMs,
  missingCodeCookie,
} from '../support/late-code-cookie.ts';

const mostDelayMs = 400;

type Middleware = NonNullable<TestRunnerCoreConfig['middleware']>[number];

export interface LateCode {
  /** Learns what is lazy. */
  readonly plugin: TestRunnerPlugin;
  /** Waits. A plugin would not be asked for a file that has been served before. */
  readonly middleware: Middleware;
}

export function lateCode(): LateCode {
  /** The paths of what `import()` names, as far as the files that name it were served. */
  const lazyPaths = new Set<string>();
  const held: { readonly names: string; readonly comes: () => void }[] = [];
  return {
    plugin: {
      name: 'late-code',
      transform({ path, body }) {
        if (!path.startsWith('/src/') || typeof body !== 'string') return;
        for (const [, file = ''] of body.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)) {
          lazyPaths.add(posix.resolve(posix.dirname(path), file));
        }
      },
    },
    async middleware(context, next) {
      const { path, headers } = context;
      const isNamedIn = (cookie: string) =>
        lazyPaths.has(path) &&
        namesIn(cookie, headers.cookie).includes(posix.basename(path, '.ts'));
      if (path === heldCodeComesUrl) {
        // Another page may hold files back at the same time.
        for (const { names, comes } of held) if (names === context.querystring) comes();
        context.status = 204;
        return;
      }
      if (isNamedIn(missingCodeCookie)) {
        context.status = 404;
        // The runner lets the browser keep all answers, for a year.
        context.vary('Cookie');
        return;
      }
      if (isNamedIn(heldCodeCookie)) {
        const names = namesIn(heldCodeCookie, headers.cookie).join('.');
        await new Promise<void>((comes) => held.push({ names, comes }));
      }
      const isWanted = headers.cookie?.includes(`${lateCodeCookie}=`) === true;
      if (isWanted && lazyPaths.has(path)) await pause(delayMs(path));
      await next();
    },
  };
}

function namesIn(cookie: string, cookies = ''): readonly string[] {
  const [, names = ''] = new RegExp(`${cookie}=([^;]*)`).exec(cookies) ?? [];
  return names.split('.');
}

/** Always the same for the same file, so that a test that fails can be run again. */
function delayMs(path: string): number {
  const sum = Buffer.from(path).reduce((hash, byte) => (hash * 31 + byte) % 65_521, 0);
  return leastDelayMs + (sum % (mostDelayMs - leastDelayMs + 1));
}
