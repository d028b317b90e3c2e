// Lets the code that src/ imports lazily come late, as visitors get it: 50 to 400 ms for each file. For pages
// that ask for it by a cookie, see `test/support/late-code.ts`. Files that such a page names do not come at all.

import { posix } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestRunnerCoreConfig, TestRunnerPlugin } from '@web/test-runner';
import { lateCodeCookie, leastDelayMs, missingCodeCookie } from '../support/late-code-cookie.ts';

const mostDelayMs = 400;
const missingCode = new RegExp(`${missingCodeCookie}=([^;]*)`);

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
      const [, missing = ''] = headers.cookie?.match(missingCode) ?? [];
      if (lazyPaths.has(path) && missing.split('.').includes(posix.basename(path, '.ts'))) {
        context.status = 404;
        return;
      }
      const isWanted = headers.cookie?.includes(`${lateCodeCookie}=`) === true;
      if (isWanted && lazyPaths.has(path)) await pause(delayMs(path));
      await next();
    },
  };
}

/** Always the same for the same file, so that a test that fails can be run again. */
function delayMs(path: string): number {
  const sum = Buffer.from(path).reduce((hash, byte) => (hash * 31 + byte) % 65_521, 0);
  return leastDelayMs + (sum % (mostDelayMs - leastDelayMs + 1));
}
